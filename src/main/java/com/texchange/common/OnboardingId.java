package com.texchange.common;

import java.util.Objects;
import java.util.UUID;

/** Identifies an onboarding; also the correlation key of its process. */
public record OnboardingId(UUID value) {

    public OnboardingId {
        Objects.requireNonNull(value);
    }

    public static OnboardingId random() {
        return new OnboardingId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static OnboardingId of(String text) {
        return new OnboardingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
