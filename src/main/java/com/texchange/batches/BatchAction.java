package com.texchange.batches;

import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import org.jspecify.annotations.Nullable;

/** The step that a kind of batch takes with each row; there is one for each kind. */
public interface BatchAction {

    BatchKind kind();

    /**
     * Takes the step in the caller's transaction, in which the row's result is written too.
     *
     * @param reason of the batch; not null for a kind that needs one
     * @param actor  the person who asked for the batch, with the rights of now
     * @throws com.texchange.common.RefusedException if a rule speaks against it: this row ends, the others go on
     */
    Result apply(BatchRow row, @Nullable String reason, Actor actor);

    /** What the row is about when the step is taken. */
    record Result(OnboardingId onboarding, @Nullable DistributorCode code) {
    }
}
