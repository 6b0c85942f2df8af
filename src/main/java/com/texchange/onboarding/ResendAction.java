package com.texchange.onboarding;

import com.texchange.batches.BatchAction;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row of a batch of {@link Invitations#resend}. */
@Component
class ResendAction implements BatchAction {

    private final Invitations invitations;

    ResendAction(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public BatchKind kind() {
        return BatchKind.RESEND;
    }

    @Override
    public Result apply(BatchRow row, @Nullable String reason, Actor actor) {
        OnboardingId id = Objects.requireNonNull(row.onboarding());
        invitations.resend(id, actor);
        return new Result(id, row.code());
    }
}
