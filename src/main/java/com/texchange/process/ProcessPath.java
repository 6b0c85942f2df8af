package com.texchange.process;

import java.util.List;
import java.util.Set;

/**
 * The way that one process instance has gone in its diagram, by the ids of the BPMN file.
 *
 * @param completed   elements that were left in the regular way
 * @param interrupted elements that were cut off, e.g. a task that a boundary event has ended
 * @param active      elements where it stands; more than one where a task is within a subprocess
 * @param flows       sequence flows that were taken
 * @param stuck       steps that wait for a process manager
 */
public record ProcessPath(String processId, Set<String> completed, Set<String> interrupted, Set<String> active,
        Set<String> flows, List<StuckStep> stuck) {

    /** A step that failed for good. @param error the engine's own words, for process managers only */
    public record StuckStep(String elementId, String error) {
    }
}
