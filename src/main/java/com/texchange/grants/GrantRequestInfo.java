package com.texchange.grants;

import com.texchange.common.CompanyId;
import com.texchange.common.GrantRequestId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier asks a distributor for.
 *
 * @param endsAt  null without an end
 * @param askedBy the person's name
 * @param granted whether it was, narrower perhaps than asked for
 */
public record GrantRequestInfo(GrantRequestId id, CompanyId supplierId, CompanyId distributorId, Set<GrantedAct> acts,
        @Nullable Instant endsAt, @Nullable String reason, String askedBy, Instant askedAt, boolean granted) {
}
