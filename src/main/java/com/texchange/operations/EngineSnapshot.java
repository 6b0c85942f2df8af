package com.texchange.operations;

import com.texchange.process.EngineOverview;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedStepsPage;
import com.texchange.process.RetryOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine said at one moment.
 *
 * @param outcomes of what the person had tried again
 */
public record EngineSnapshot(EngineOverview.State engine, FailedStepsPage failed, Map<UUID, SubjectInfo> subjects,
        List<RetryOutcome> outcomes) {

    /** What a failed step is about, if that is known. */
    public @Nullable SubjectInfo about(FailedStep step) {
        return step.subject() == null ? null : subjects.get(step.subject().id());
    }
}
