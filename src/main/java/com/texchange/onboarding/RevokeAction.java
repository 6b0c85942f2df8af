package com.texchange.onboarding;

import com.texchange.batches.BatchAction;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row of a batch of {@link Invitations#revoke}. */
@Component
class RevokeAction implements BatchAction {

    private final Invitations invitations;

    RevokeAction(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public BatchKind kind() {
        return BatchKind.REVOKE;
    }

    @Override
    public Result apply(BatchRow row, @Nullable String reason, Actor actor) {
        OnboardingId id = Objects.requireNonNull(row.onboarding());
        invitations.revoke(id, Objects.requireNonNull(reason), actor);
        return new Result(id, row.code());
    }
}
