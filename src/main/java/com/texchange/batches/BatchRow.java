package com.texchange.batches;

import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One distributor of a batch.
 *
 * @param line       its place in the batch: of a list, the line of the text
 * @param onboarding what the step is for; of an invitation, what came of it
 * @param language   of an invitation's letter
 * @param refusal    message key of what spoke against it, with its arguments
 */
public record BatchRow(int line, @Nullable OnboardingId onboarding, String name, EmailAddress email,
        @Nullable String taxId, @Nullable String city, Locale language, @Nullable DistributorCode code, State state,
        @Nullable String refusal, List<String> arguments) {

    /** What became of a row so far. */
    public enum State {
        WAITING, DONE, REFUSED
    }

    /** A row that nothing has been done with. */
    public static BatchRow waiting(int line, @Nullable OnboardingId onboarding, String name, EmailAddress email,
            @Nullable String taxId, @Nullable String city, Locale language, @Nullable DistributorCode code) {
        return new BatchRow(line, onboarding, name, email, taxId, city, language, code, State.WAITING, null,
                List.of());
    }
}
