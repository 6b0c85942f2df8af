package com.texchange.process;

import java.time.Instant;

/**
 * What became of a step that a person had tried again.
 *
 * @param incidentKey tells it from others of steps with the same name
 * @param wentOn      false if it failed once more
 * @param finishedAt  tells it from others of the same step
 */
public record RetryOutcome(long incidentKey, String elementId, boolean wentOn, Instant finishedAt) {

    /** The message key of the element's name. */
    public String nameKey() {
        return FailedStep.nameKey(elementId);
    }
}
