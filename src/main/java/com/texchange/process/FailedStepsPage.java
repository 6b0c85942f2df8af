package com.texchange.process;

import java.util.List;

/**
 * Some of the failed steps, the latest first.
 *
 * @param answer without {@link EngineAnswer#ANSWERED} the rest says nothing
 * @param total  how many steps have failed
 */
public record FailedStepsPage(EngineAnswer answer, List<FailedStep> steps, long total) {

    static FailedStepsPage none(EngineAnswer answer) {
        return new FailedStepsPage(answer, List.of(), 0);
    }
}
