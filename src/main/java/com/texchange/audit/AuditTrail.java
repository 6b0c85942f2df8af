package com.texchange.audit;

import com.texchange.common.LastStatement;
import org.springframework.stereotype.Component;

/**
 * Records what people and the system do. What is recorded in a transaction stands if it commits, and not at all if it does not; it is
 * written before the end by its {@link LastStatement}.
 */
@Component
public class AuditTrail {

    private final LastStatement last;

    AuditTrail(LastStatement last) {
        this.last = last;
    }

    public void record(Audited done) {
        last.add(AuditEntries.PART, new AuditEntries.Row(done, Source.current().orElse(null), 1));
    }
}
