package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.testing.UnlockedSession;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class LiveUpdatesTest {

    private static final Change MINE = new Change(Change.Topic.TASKS, "mine");
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final BusyUi ui = new BusyUi();
    private final Div page = new Div();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final ChangeFeed feed = Mockito.mock(ChangeFeed.class);

    @BeforeEach
    void followOwnTasks() {
        Mockito.when(feed.subscribe(Mockito.any())).thenAnswer(call -> {
            Consumer<Change> listener = call.getArgument(0);
            listeners.add(listener);
            return (Runnable) () -> listeners.remove(listener);
        });
        ui.add(page);
        LiveUpdates.follow(page, feed, MINE::equals, refreshes::incrementAndGet);
    }

    @Test
    void refreshesOnceForChangesThatComeBeforeThePageIsFree() throws InterruptedException {
        publish(MINE, MINE, MINE);
        ui.runNext();

        assertThat(refreshes).hasValue(1);
        assertThat(ui.waiting).isEmpty();
    }

    @Test
    void refreshesAgainForAChangeThatComesLater() throws InterruptedException {
        publish(MINE);
        ui.runNext();
        publish(MINE);
        ui.runNext();

        assertThat(refreshes).hasValue(2);
    }

    @Test
    void leavesOutWhatDoesNotConcernThePage() throws InterruptedException {
        publish(new Change(Change.Topic.TASKS, "another's"));
        publish(MINE);
        ui.runNext();

        assertThat(refreshes).hasValue(1);
    }

    @Test
    void refreshesWhenAnythingMayHaveChanged() throws InterruptedException {
        publish(new Change(Change.Topic.TASKS, Change.ALL));
        ui.runNext();

        assertThat(refreshes).hasValue(1);
    }

    @Test
    void leavesAPauseBetweenTwoRefreshesIfAsked() throws InterruptedException {
        AtomicInteger calm = new AtomicInteger();
        listeners.clear();
        LiveUpdates.follow(page, feed, MINE::equals, Duration.ofMillis(300), calm::incrementAndGet);
        long start = System.nanoTime();
        publish(MINE);
        ui.runNext();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));

        long first = System.nanoTime();
        publish(MINE, MINE);
        ui.runNext();

        assertThat(calm).hasValue(2);
        assertThat(Duration.ofNanos(System.nanoTime() - first)).isGreaterThan(Duration.ofMillis(250));
        assertThat(ui.waiting).isEmpty();
    }

    @Test
    void followsOnlyWhileThePageIsOpen() {
        page.removeFromParent();
        assertThat(listeners).isEmpty();

        ui.add(page);
        assertThat(listeners).hasSize(1);
    }

    @Test
    void showsNothingNewOnceTheSessionHasEnded() throws InterruptedException {
        ui.session = new UnlockedSession();
        publish(MINE);
        ui.runNext();
        assertThat(LiveUpdates.stop(ui.session)).isTrue();
        assertThat(LiveUpdates.stop(ui.session)).as("a second time").isFalse();
        publish(MINE);
        ui.runNext();

        assertThat(refreshes).hasValue(1);
    }

    private void publish(Change... changes) {
        List.of(changes).forEach(change -> listeners.forEach(listener -> listener.accept(change)));
    }

    /** Runs what wants access only when the test lets it. */
    private static final class BusyUi extends UI {

        private final transient BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();
        private transient @Nullable VaadinSession session;

        @Override
        public @Nullable VaadinSession getSession() {
            return session;
        }

        @Override
        public @Nullable Future<Void> access(Command command) {
            waiting.add(command);
            return null;
        }

        void runNext() throws InterruptedException {
            Command next = waiting.poll(5, TimeUnit.SECONDS);
            assertThat(next).as("task that waits for the page").isNotNull();
            next.execute();
        }
    }
}
