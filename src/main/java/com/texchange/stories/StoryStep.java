package com.texchange.stories;

import com.texchange.onboarding.ActivityKind;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened in an onboarding.
 *
 * @param messageKey of the line's text, with its {@code arguments}
 */
public record StoryStep(Instant at, Side by, ActivityKind kind, String messageKey, List<String> arguments)
        implements StoryLine {
}
