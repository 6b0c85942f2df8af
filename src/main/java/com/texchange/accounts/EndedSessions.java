package com.texchange.accounts;

import com.texchange.common.Backoff;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.UnsavedInput;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Closes the open pages of sessions that have ended: they would be told what changes until they ask for something. A request of such
 * a session is turned away by {@link SessionCheck} in any case, which ends the connection over which its pages are told, so it waits for
 * them a moment. One that has not heard finds out by itself, and goes by {@link SignIn#SESSION_OVER}.
 */
@Component
public class EndedSessions implements VaadinServiceInitListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
    /** The connection over which pages are told ends with the session. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);
    /** What the session has, since the moment in nanoseconds that it says, when its pages are being told. */
    private static final String TOLD = EndedSessions.class.getName() + ".told";
    private static final Duration TO_HEAR = Duration.ofMillis(500);
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Backoff ASK_AGAIN = new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

    private final Set<VaadinSession> open = ConcurrentHashMap.newKeySet();
    private final SessionActivity activity;
    private final LeftTexts left;
    private final ChangeFeed feed;
    private @Nullable Runnable unsubscribe;

    EndedSessions(SessionActivity activity, LeftTexts left, ChangeFeed feed) {
        this.activity = activity;
        this.left = left;
        this.feed = feed;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> open.add(init.getSession()));
        event.getSource().addSessionDestroyListener(destroyed -> open.remove(destroyed.getSession()));
    }

    @Override
    public synchronized void start() {
        unsubscribe = feed.subscribe(change -> {
            if (change.topic() == Change.Topic.ACCOUNTS) {
                // Not on the feed's thread: others wait for what it tells.
                Thread.ofVirtual().name("ended-sessions").start(() -> lookUntilAnswered(change));
            }
        });
    }

    /** The change comes once: while the database does not answer, it is asked again, or pages of sessions that have ended would stay open. */
    private void lookUntilAnswered(Change change) {
        for (int failures = 1; isRunning(); failures++) {
            try {
                look(change);
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Whether sessions of open pages go on could not be read, asks again: {}", e.getMessage());
                LockSupport.parkNanos(ASK_AGAIN.after(failures).toNanos());
            }
        }
    }

    private void look(Change change) {
        for (VaadinSession session : open) {
            person(session).filter(person -> change.concerns(Change.Topic.ACCOUNTS, person.actor().id().toString()))
                    .filter(person -> !activity.goesOn(person))
                    .ifPresent(person -> {
                        activity.ended(person);
                        end(session);
                    });
        }
    }

    /** Those with pages on this instance. */
    public Set<VaadinSession> open() {
        return Set.copyOf(open);
    }

    /** A page that says by itself what has ended its session, and leads to the sign-in page, stays as it is. */
    public static void saysSo(UI ui) {
        ComponentUtil.setData(ui, SaysSo.class, new SaysSo());
    }

    /** Its pages go to the sign-in page, which leads back, and keep what was typed. Until they have gone they show nothing new. */
    public void end(VaadinSession session) {
        session.access(() -> {
            if (LiveUpdates.stop(session)) {
                person(session).ifPresent(person -> session.getUIs().stream().filter(ui -> ComponentUtil.getData(ui, SaysSo.class) == null)
                        .forEach(ui -> leave(ui, person)));
                note(session);
                CompletableFuture.delayedExecutor(UNTIL_TOLD.toSeconds(), TimeUnit.SECONDS).execute(() -> invalidate(session));
            }
        });
    }

    private static void note(VaadinSession session) {
        try {
            session.getSession().setAttribute(TOLD, System.nanoTime());
        } catch (IllegalStateException endedMeanwhile) {
            LOG.trace("Ended by a request of its own", endedMeanwhile);
        }
    }

    /**
     * Waits, for a second at most, until the pages of a session that has ended have been told. Whoever ends it before closes the connections
     * over which the others are told, and what was typed on them is lost.
     *
     * @throws IllegalStateException if somebody has ended it meanwhile
     */
    static void letPagesHear(HttpSession session) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < AT_MOST.toNanos()
                && !(session.getAttribute(TOLD) instanceof Long told && System.nanoTime() - told >= TO_HEAR.toNanos())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void leave(UI ui, SignedInPerson person) {
        left.keep(person, ui);
        UnsavedInput.letGo(ui);
        ui.getPage().setLocation(SignIn.afterEnd(Optional.of("/" + ui.getInternals().getActiveViewLocation().getPathWithQueryParameters())));
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }

    private static void invalidate(VaadinSession session) {
        try {
            WrappedSession http = session.getSession();
            if (http != null) {
                http.invalidate();
            }
        } catch (IllegalStateException endedMeanwhile) {
            LOG.trace("Ended by a request of its own", endedMeanwhile);
        }
    }

    static Optional<SignedInPerson> person(VaadinSession session) {
        try {
            WrappedSession http = session.getSession();
            return http == null ? Optional.empty() : SignedInPerson.of(http.getAttribute(SignedInPerson.KEPT_AS));
        } catch (IllegalStateException gone) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void stop() {
        if (unsubscribe != null) {
            unsubscribe.run();
            unsubscribe = null;
        }
    }

    /** Marks a page. */
    private record SaysSo() {
    }

    @Override
    public synchronized boolean isRunning() {
        return unsubscribe != null;
    }
}
