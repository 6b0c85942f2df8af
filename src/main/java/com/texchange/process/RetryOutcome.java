package com.texchange.process;

/**
 * What became of a step that a person had tried again.
 *
 * @param wentOn false if it failed once more
 */
public record RetryOutcome(String elementId, boolean wentOn) {

    /** The message key of the element's name. */
    public String nameKey() {
        return FailedStep.nameKey(elementId);
    }
}
