package com.texchange.accounts.ui;

import com.texchange.accounts.EndedSessions;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.SessionClock;
import com.texchange.common.CurrentActor;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells open pages that their session ends soon, and closes them when it has ended. */
@Component
class SessionWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final EndedSessions sessions;
    private final SessionClock clock;
    private final FreshSignIn fresh;
    private final CurrentActor currentActor;
    private final Set<VaadinSession> warned = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable ScheduledExecutorService timer;

    SessionWatch(EndedSessions sessions, SessionClock clock, FreshSignIn fresh, CurrentActor currentActor) {
        this.sessions = sessions;
        this.clock = clock;
        this.fresh = fresh;
        this.currentActor = currentActor;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("session-watch").factory());
        timer.scheduleWithFixedDelay(this::lookAtAll, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void lookAtAll() {
        try {
            sessions.open().forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn("Open pages could not be looked at; tried again in {}", EVERY, e);
        }
    }

    void look(VaadinSession session) {
        clock.of(session).ifPresentOrElse(ending -> {
            if (ending.over()) {
                sessions.end(session);
            } else {
                warned.add(session);
                onPages(session, dialog -> dialog.warn(ending));
            }
        }, () -> {
            if (warned.remove(session)) {
                onPages(session, EndingDialog::hide);
            }
        });
    }

    private void onPages(VaadinSession session, Consumer<EndingDialog> step) {
        session.access(() -> session.getUIs().forEach(ui -> ui.access(() -> step.accept(EndingDialog.of(ui, clock, fresh, currentActor)))));
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
