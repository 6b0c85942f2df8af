package com.texchange.invitelists;

import com.texchange.batches.BatchAction;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row of a list, invited as a single distributor would be. */
@Component
class InviteAction implements BatchAction {

    private final Invitations invitations;
    private final JdbcClient jdbc;

    InviteAction(Invitations invitations, JdbcClient jdbc) {
        this.invitations = invitations;
        this.jdbc = jdbc;
    }

    @Override
    public BatchKind kind() {
        return BatchKind.INVITE;
    }

    @Override
    public Result apply(BatchRow row, @Nullable String reason, Actor actor) {
        OnboardingId id = invitations.invite(new InviteRequest(row.name(), row.email().value(), row.taxId(),
                row.city(), row.language()), actor);
        return new Result(id, code(id));
    }

    private DistributorCode code(OnboardingId id) {
        return new DistributorCode(jdbc.sql("""
                select p.code from onboarding o join partnership p on p.id = o.partnership_id where o.id = ?
                """).param(id.value()).query(String.class).single());
    }
}
