package com.texchange.common.ui;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps an open page up to date: it refreshes itself by push when something that it shows has changed. */
public final class LiveUpdates {

    /** A page is not refreshed more often: thousands of changes can follow each other when something is done for many. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private LiveUpdates() {
    }

    /**
     * Runs {@code refresh} with the page's lock whenever a change concerns the component, as long as it is attached.
     * Changes that arrive while a refresh is waiting for the lock are answered by that one refresh. Call it before reading
     * what the page shows: a change between this call and the attachment causes a refresh too.
     *
     * @param which which changes concern the component; one with {@link Change#ALL} for an id always does
     */
    public static void follow(Component owner, ChangeFeed feed, Predicate<Change> which, Runnable refresh) {
        follow(owner, feed, which, PAUSE, refresh);
    }

    /** As above, for what is dear to read: at least {@code pause} lies between two refreshes, the first one comes at once. */
    public static void follow(Component owner, ChangeFeed feed, Predicate<Change> which, Duration pause,
            Runnable refresh) {
        long read = feed.heard();
        if (owner.isAttached()) {
            subscribe(owner, new Subscriber(owner.getUI().orElseThrow(), which, pause, refresh), feed, read);
        }
        owner.addAttachListener(attach ->
                subscribe(owner, new Subscriber(attach.getUI(), which, pause, refresh), feed, read));
    }

    /**
     * No page of the session is refreshed from now on: its person may not be one who may read that any more, and its pages are on their way
     * out. To be called with the session's lock.
     *
     * @return whether they were until now
     */
    public static boolean stop(VaadinSession session) {
        if (session.getAttribute(Stopped.class) != null) {
            return false;
        }
        session.setAttribute(Stopped.class, new Stopped());
        return true;
    }

    /** Whether the session of a page has ended, which shows nothing new then. To be called with the session's lock. */
    public static boolean isStopped(UI ui) {
        VaadinSession session = ui.getSession();
        return session != null && session.getAttribute(Stopped.class) != null;
    }

    /** Marks a session. */
    private record Stopped() {
    }

    private static void subscribe(Component owner, Subscriber subscriber, ChangeFeed feed, long read) {
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
        private final Duration pause;
        private final Runnable refresh;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile long notBefore = System.nanoTime();

        Subscriber(UI ui, Predicate<Change> which, Duration pause, Runnable refresh) {
            this.ui = ui;
            this.which = which;
            this.pause = pause;
            this.refresh = refresh;
        }

        @Override
        public void accept(Change change) {
            if (Change.ALL.equals(change.id()) || which.test(change)) {
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
                Thread.sleep(Duration.ofNanos(Math.max(0, notBefore - System.nanoTime())));
                ui.access(this::run);
            } catch (UIDetachedException e) {
                waiting.set(false);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            // Reset first: a change that commits while the refresh reads must cause another one.
            waiting.set(false);
            notBefore = System.nanoTime() + pause.toNanos();
            if (!isStopped(ui)) {
                refresh.run();
            }
        }
    }
}
