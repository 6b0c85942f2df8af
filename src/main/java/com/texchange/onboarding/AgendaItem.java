package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a distributor is asked for, or that it is nothing and why.
 *
 * @param about      the supplier that it is about, the first of several; for {@link Kind#TASK} what the task says
 * @param supplierId its company, if there is one
 * @param onboarding which one asks, if it is one
 * @param element    of the process: what is asked; null if it is nothing
 * @param taskKey    of the task where it is done; null if it is done elsewhere
 * @param dueAt      by when; null if there is no date, or not yet
 * @param suppliers  for {@link Kind#CONNECTED} how many
 */
public record AgendaItem(Kind kind, String about, @Nullable CompanyId supplierId, @Nullable OnboardingId onboarding,
        @Nullable String element, @Nullable Long taskKey, @Nullable Instant dueAt, int suppliers) {

    /** From {@link #BEING_CONNECTED} on nothing is asked. */
    public enum Kind {
        RESOLVE_REFUSED, ACCEPT, CHOOSE_LICENSES, TASK, BEING_CONNECTED, CONNECTED, NO_SUPPLIER;

        public boolean asksForSomething() {
            return compareTo(BEING_CONNECTED) < 0;
        }
    }
}
