package com.texchange.grants;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantRequestId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A supplier's request as {@link GrantRequestRows} keeps it. */
record GrantRequest(GrantRequestId id, CompanyId supplierId, CompanyId distributorId, List<String> acts,
        @Nullable Instant endsAt, @Nullable String reason, String asker, Instant askedAt, State state,
        @Nullable AccountId decidedBy, @Nullable String refusal, boolean processEnded) {

    /** Waiting for the distributor; decided by it; taken back by the supplier. */
    enum State {
        OPEN, GRANTED, REFUSED, WITHDRAWN
    }

    Set<GrantedAct> asked() {
        return LicenseGrant.acts(acts);
    }

    /** What the grant would be if that is allowed besides what is in force: all acts of both, until the later end. */
    GrantRequest besides(LicenseGrant inForce) {
        List<String> all = Stream.of(acts, inForce.acts()).flatMap(List::stream).distinct().toList();
        Instant end = endsAt == null || inForce.endsAt() == null ? null
                : endsAt.isAfter(inForce.endsAt()) ? endsAt : inForce.endsAt();
        return new GrantRequest(id, supplierId, distributorId, all, end, reason, asker, askedAt, state, decidedBy, refusal,
                processEnded);
    }

    boolean is(State other) {
        return state == other;
    }

    GrantRequestInfo info() {
        return new GrantRequestInfo(id, supplierId, distributorId, asked(), endsAt, reason, asker, askedAt,
                state == State.GRANTED);
    }
}
