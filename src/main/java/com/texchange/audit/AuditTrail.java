package com.texchange.audit;

import com.texchange.common.LastStatement;
import org.jspecify.annotations.Nullable;
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
        record(done, Source.current().orElse(null));
    }

    /** What the system does by itself although it may be a request that has brought it there: where that comes from says nothing of it. */
    public void recordOfSystem(Audited done) {
        record(done, null);
    }

    private void record(Audited done, @Nullable String source) {
        last.add(AuditEntries.PART, new AuditEntries.Row(done, source, 1));
    }
}
