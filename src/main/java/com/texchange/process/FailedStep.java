package com.texchange.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a process that stands still on an incident, or is being tried again.
 *
 * @param jobKey        null if it is no job that failed
 * @param since         when it failed first, however often it was tried again since
 * @param lastFailed    when it failed last
 * @param attempts      how often it was tried
 * @param technicalText the error as it was given, for whoever repairs it
 * @param subject       null if the process names none
 * @param beingRetried  whether somebody has had it tried again and the outcome is not known yet
 */
public record FailedStep(long incidentKey, @Nullable Long jobKey, Place place, Instant since, Instant lastFailed,
        int attempts, FailureCause cause, String technicalText, @Nullable ProcessSubject subject, boolean beingRetried) {

    /** Where in which process. */
    public record Place(String processId, String elementId, long elementInstanceKey, long processInstanceKey) {

        /** The message key of the element's name; elements of other processes have none. */
        public String nameKey() {
            return FailedStep.nameKey(elementId);
        }
    }

    /** The same, with somebody having had it tried again. */
    public FailedStep retried() {
        return new FailedStep(incidentKey, jobKey, place, since, lastFailed, attempts, cause, technicalText, subject, true);
    }

    static String nameKey(String elementId) {
        return "process.step." + elementId;
    }
}
