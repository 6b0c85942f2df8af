package com.texchange.stories;

import com.texchange.onboarding.ActivityKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an onboarding's story, in the words and the detail that its reader may see.
 *
 * @param by        whose step it was
 * @param kind      what happened
 * @param messageKey of the line's text, with its {@code arguments}
 * @param letter    what became of the letter that the line is about; null for a line about none
 */
public record StoryLine(Instant at, Side by, ActivityKind kind, String messageKey, List<String> arguments,
        @Nullable StoryLetter letter) {

    /** Who takes the steps of an onboarding; {@code SYSTEM} stands for what happens by itself. */
    public enum Side {
        SUPPLIER, DISTRIBUTOR, SALES, SYSTEM
    }
}
