package com.texchange.overview;

import com.texchange.common.OnboardingId;
import java.util.Set;

/** Which onboardings of its list a supplier has chosen for a step. */
public sealed interface Selection {

    /** One by one. */
    record Chosen(Set<OnboardingId> ids) implements Selection {

        public Chosen {
            ids = Set.copyOf(ids);
        }
    }

    /** All that the list shows. */
    record Matching(OnboardingFilter filter) implements Selection {
    }
}
