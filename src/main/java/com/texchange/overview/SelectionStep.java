package com.texchange.overview;

import com.texchange.batches.BatchKind;
import com.texchange.onboarding.InvitationBatches;

/** What a supplier can do with onboardings of its list, many at once. */
public enum SelectionStep {
    RESEND(InvitationBatches.RESEND, "o.stage = 'INVITED' and o.expires_at > now()"),
    REMIND(InvitationBatches.REMIND, "(o.stage in ('INVITED', 'ACCEPTING') and o.expires_at > now()"
            + " or o.stage = 'CONNECTING' and o.connection_order_id is null)"),
    REVOKE(InvitationBatches.REVOKE, "o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING')");

    private final BatchKind kind;
    private final String possible;

    SelectionStep(BatchKind kind, String possible) {
        this.kind = kind;
        this.possible = possible;
    }

    BatchKind kind() {
        return kind;
    }

    /** Of {@code o}, as the aggregate decides when the step is taken; what changes until then is refused for its row. */
    String possible() {
        return possible;
    }
}
