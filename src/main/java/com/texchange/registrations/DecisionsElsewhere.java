package com.texchange.registrations;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on requests that were taken past the application, as in Tasklist. By whom is not known here; that it was so, the journal tells. */
@Component
class DecisionsElsewhere {

    private final AuditTrail audit;
    private final Clock clock;

    DecisionsElsewhere(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws com.texchange.common.RefusedException if it was decided here, and otherwise */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Registration registration, boolean approved) {
        registration.decidedElsewhere(approved, clock.instant());
        audit.record(RegistrationTrail.of(approved ? AuditKind.REGISTRATION_APPROVED_ELSEWHERE : AuditKind.REGISTRATION_REJECTED_ELSEWHERE,
                registration, null));
    }
}
