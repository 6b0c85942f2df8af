package com.texchange.stories.ui;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.stories.StoryPath;
import com.texchange.stories.StoryPaths;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the passed path off the page's thread, so that the page answers at once, and pushes what it finds. Looks again a
 * little later: what the engine tells lags behind, and its last step has no further news.
 */
class PathReader {

    private static final Logger LOG = LoggerFactory.getLogger(PathReader.class);
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final Component page;
    private final StoryPaths paths;
    private final Actor actor;
    private final Consumer<StoryPath> show;
    private final AtomicInteger latest = new AtomicInteger();

    PathReader(Component page, StoryPaths paths, Actor actor, Consumer<StoryPath> show) {
        this.page = page;
        this.paths = paths;
        this.actor = actor;
        this.show = show;
    }

    /** An earlier reading that is still under way is given up. */
    void read(OnboardingId id) {
        UI ui = UI.getCurrent();
        int reading = latest.incrementAndGet();
        Thread.ofVirtual().name("story-path").start(() -> read(id, reading, ui));
    }

    private void read(OnboardingId id, int reading, UI ui) {
        try {
            for (Duration pause : PAUSES) {
                Thread.sleep(pause);
                if (reading != latest.get()) {
                    return;
                }
                paths.find(id, actor).ifPresent(path -> ui.access(() -> showIfLatest(path, reading)));
            }
        } catch (UIDetachedException closed) {
            // The person has left; nobody waits for the rest.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The page keeps what it shows, and reads again with the next change.
            LOG.debug("The path of onboarding {} could not be read", id, e);
        }
    }

    private void showIfLatest(StoryPath path, int reading) {
        if (reading == latest.get() && page.isAttached()) {
            show.accept(path);
        }
    }
}
