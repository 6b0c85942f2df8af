package com.texchange.onboarding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of an onboarding's story. @param actorName the person who did it, or null for a step of the process */
public record Activity(Instant at, ActivityKind kind, @Nullable String actorName, List<String> arguments) {

    public String messageKey() {
        return kind.key();
    }

    /** Whether argument 2 names a letter's template. */
    public boolean isAboutLetter() {
        return kind.isAboutLetter();
    }

    /** Arguments of the entry's message: the person's name, then what the entry holds. */
    public Object[] messageArguments() {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = actorName == null ? "" : actorName;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return all;
    }
}
