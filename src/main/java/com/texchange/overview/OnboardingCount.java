package com.texchange.overview;

import org.jspecify.annotations.Nullable;

/**
 * How many onboardings a list has, and what was found out to count them: pages of the same list need not ask for that again.
 *
 * @param number {@link Integer#MAX_VALUE} if that is not known
 * @param named  the suppliers in whose names its words are; null if nobody has asked
 */
public record OnboardingCount(int number, @Nullable NamedSuppliers named) {

    public static final OnboardingCount UNKNOWN = new OnboardingCount(Integer.MAX_VALUE, null);
}
