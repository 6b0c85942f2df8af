package com.texchange.stories;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.process.ProcessPath;
import com.texchange.process.ProcessPaths;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The way that an onboarding has gone through the process diagrams, told by the engine; and where it stands, told by
 * PostgreSQL, while the engine cannot say. For process managers; others read a story without the process behind it. Waits
 * for the engine for some seconds at most: not for a page's thread.
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

    /**
     * Empty for an onboarding that does not exist.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person is no process manager
     */
    public Optional<StoryPath> find(OnboardingId id, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return stories.find(id, actor).map(story -> {
            List<ProcessPath> told = StoryFacts.find(id, jdbc).map(StoryFacts::processInstanceKey)
                    .flatMap(engine::of).orElse(List.of());
            List<ProcessPath> paths = told.isEmpty() ? PathByStage.of(story) : told;
            return new StoryPath(paths, !told.isEmpty());
        });
    }

    /** What the database knows without asking the engine. */
    public static StoryPath byStage(Story story) {
        return new StoryPath(PathByStage.of(story), false);
    }
}
