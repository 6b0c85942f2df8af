package com.texchange.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of an onboarding's story. @param actorName the person who did it, or null for a step of the process */
public record Activity(Instant at, ActivityKind kind, @Nullable String actorName, List<String> arguments) {

    /** Behind the reason of a rejection: a known company was asked, and the request was not confirmed. Entries of earlier versions do not say. */
    public static final String UNCONFIRMED = "UNCONFIRMED";
}
