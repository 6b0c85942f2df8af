package com.texchange.operations;

import com.texchange.common.Actor;
import com.texchange.process.EngineOverview;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedSteps;
import com.texchange.process.FailedStepsPage;
import com.texchange.process.ProcessSubject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Asks the engine how it is and what failed; waits for its answers, so not for the thread of a page. */
@Service
public class EngineWatch {

    private final EngineOverview overview;
    private final FailedSteps steps;
    private final Operations operations;

    EngineWatch(EngineOverview overview, FailedSteps steps, Operations operations) {
        this.overview = overview;
        this.steps = steps;
        this.operations = operations;
    }

    /**
     * @param limit  how many failed steps at most
     * @param opened since when the person looks
     */
    public EngineSnapshot look(int limit, Instant opened, Actor actor) {
        EngineOverview.State engine = overview.state(actor);
        FailedStepsPage failed = steps.first(limit, actor);
        List<ProcessSubject> subjects = failed.steps().stream().map(FailedStep::subject).filter(Objects::nonNull).toList();
        return new EngineSnapshot(engine, failed, operations.describe(subjects, actor), steps.outcomes(opened, actor));
    }
}
