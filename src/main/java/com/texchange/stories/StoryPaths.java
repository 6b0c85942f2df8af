package com.texchange.stories;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.process.ProcessPath;
import com.texchange.process.ProcessPath.StuckStep;
import com.texchange.process.ProcessPaths;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The way that an onboarding has gone through the process diagrams, told by the engine; and where it stands, told by
 * PostgreSQL, while the engine cannot say. Waits for the engine for some seconds at most: not for a page's thread.
 */
@Service
public class StoryPaths {

    private final Stories stories;
    private final JdbcClient jdbc;
    private final ProcessPaths engine;

    StoryPaths(Stories stories, JdbcClient jdbc, ProcessPaths engine) {
        this.stories = stories;
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** Empty for an onboarding that the person may not see, as for one that does not exist. */
    public Optional<StoryPath> find(OnboardingId id, Actor actor) {
        return stories.find(id, actor).map(story -> {
            List<ProcessPath> told = StoryFacts.find(id, jdbc).map(StoryFacts::processInstanceKey)
                    .flatMap(engine::of).orElse(List.of());
            List<ProcessPath> paths = told.isEmpty() ? PathByStage.of(story) : told;
            return new StoryPath(inOrder(paths, story.viewpoint()), !told.isEmpty());
        });
    }

    /** What the database knows without asking the engine. */
    public static StoryPath byStage(Story story) {
        return new StoryPath(inOrder(PathByStage.of(story), story.viewpoint()), false);
    }

    private static List<ProcessPath> inOrder(List<ProcessPath> paths, Viewpoint viewpoint) {
        boolean sales = viewpoint == Viewpoint.SALES;
        return paths.stream()
                .filter(path -> !sales || !path.processId().equals(PathByStage.CONNECTION))
                .map(path -> viewpoint == Viewpoint.PROCESS_MANAGER ? path : withoutErrors(path))
                .sorted(Comparator.comparing(path -> !sales || !path.processId().equals(PathByStage.REGISTRATION)))
                .toList();
    }

    private static ProcessPath withoutErrors(ProcessPath path) {
        return new ProcessPath(path.processInstanceKey(), path.processId(), path.completed(), path.interrupted(),
                path.active(), path.flows(),
                path.stuck().stream().map(step -> new StuckStep(step.elementId(), "")).toList());
    }
}
