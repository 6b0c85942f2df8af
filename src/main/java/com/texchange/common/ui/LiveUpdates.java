package com.texchange.common.ui;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps an open page up to date: it refreshes itself by push when something that it shows has changed. */
public final class LiveUpdates {

    /** Id of a change that may have touched everything, e.g. because notifications were lost. */
    public static final String ANY = "*";

    /** A page is not refreshed more often. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private LiveUpdates() {
    }

    /**
     * Runs {@code refresh} with the page's lock whenever a change concerns the component, as long as it is attached.
     * Changes that arrive while a refresh is waiting for the lock are answered by that one refresh. Call it before reading
     * what the page shows: a change between this call and the attachment causes a refresh too.
     *
     * @param which which changes concern the component; one with {@link #ANY} for an id always does
     */
    public static void follow(Component owner, ChangeFeed feed, Predicate<Change> which, Runnable refresh) {
        long read = feed.heard();
        if (owner.isAttached()) {
            subscribe(owner, owner.getUI().orElseThrow(), feed, which, refresh, read);
        }
        owner.addAttachListener(attach -> subscribe(owner, attach.getUI(), feed, which, refresh, read));
    }

    private static void subscribe(Component owner, UI ui, ChangeFeed feed, Predicate<Change> which,
            Runnable refresh, long read) {
        Subscriber subscriber = new Subscriber(ui, which, refresh);
        Runnable unsubscribe = feed.subscribe(subscriber);
        // Also for a page that was detached and comes back.
        if (read != feed.heard()) {
            subscriber.catchUp();
        }
        owner.addDetachListener(detach -> {
            detach.unregisterListener();
            unsubscribe.run();
        });
    }

    /** Leads changes to one page. */
    private static final class Subscriber implements Consumer<Change> {

        private final UI ui;
        private final Predicate<Change> which;
        private final Runnable refresh;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile long lastRun;

        Subscriber(UI ui, Predicate<Change> which, Runnable refresh) {
            this.ui = ui;
            this.which = which;
            this.refresh = refresh;
        }

        @Override
        public void accept(Change change) {
            if (ANY.equals(change.id()) || which.test(change)) {
                catchUp();
            }
        }

        void catchUp() {
            if (waiting.compareAndSet(false, true)) {
                // UI.access runs the task at once when the lock is free: never on the feed's own thread.
                Thread.startVirtualThread(this::enter);
            }
        }

        private void enter() {
            try {
                rest();
                ui.access(this::run);
            } catch (UIDetachedException e) {
                waiting.set(false);
            }
        }

        /** Thousands of changes can follow each other when something is done for many. */
        private void rest() {
            long left = lastRun + PAUSE.toNanos() - System.nanoTime();
            if (lastRun != 0 && left > 0) {
                LockSupport.parkNanos(left);
            }
        }

        private void run() {
            lastRun = System.nanoTime();
            // Reset first: a change that commits while the refresh reads must cause another one.
            waiting.set(false);
            refresh.run();
        }
    }
}
