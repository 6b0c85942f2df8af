package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Application event, in the transaction that changes what a supplier may do, or asks for it.
 *
 * @param by     null for what time does, and for what was done past the application
 * @param acts   those granted or asked for
 * @param reason why it is given, asked for or refused
 */
public record GrantChanged(CompanyId supplierId, CompanyId distributorId, Kind kind, @Nullable Actor by,
        Set<GrantedAct> acts, @Nullable Instant endsAt, @Nullable String reason) {

    /** What has happened; the last three to a request. */
    public enum Kind {
        GIVEN, CHANGED, WITHDRAWN, ENDED, ASKED, REFUSED, ASK_WITHDRAWN
    }
}
