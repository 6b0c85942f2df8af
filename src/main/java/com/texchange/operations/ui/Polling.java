package com.texchange.operations.ui;

import com.texchange.common.ui.LiveUpdates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a slow question again and again as long as a component is attached, on a thread of its own, and brings each answer
 * to the page by push, until the session ends.
 */
final class Polling<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final Supplier<T> question;
    private final Duration pause;
    private final Consumer<T> show;
    private final Semaphore wanted = new Semaphore(0);
    /** How often the person has changed what is asked about. */
    private final AtomicInteger acts = new AtomicInteger();

    private Polling(Supplier<T> question, Duration pause, Consumer<T> show) {
        this.question = question;
        this.pause = pause;
        this.show = show;
    }

    /**
     * @param question asked without the page's lock
     * @param show     run with it
     */
    static <T> Polling<T> of(Component owner, Supplier<T> question, Duration pause, Consumer<T> show) {
        Polling<T> polling = new Polling<>(question, pause, show);
        owner.addAttachListener(attach -> {
            UI ui = attach.getUI();
            AtomicBoolean open = new AtomicBoolean(true);
            Thread.ofVirtual().name("polling").start(() -> polling.run(ui, open));
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                // Not by an interrupt: it would tear the connection under a question that is being answered.
                open.set(false);
                polling.soon();
            });
        });
        return polling;
    }

    /** Asks now, not only after the pause. */
    void soon() {
        wanted.release();
    }

    /**
     * Asks now, since the person has changed what is asked about: an answer that is on its way was found out before that, and
     * would take the change back on the page.
     */
    void afterAct() {
        acts.incrementAndGet();
        soon();
    }

    private void run(UI ui, AtomicBoolean open) {
        try {
            while (open.get()) {
                ask(ui, open);
                wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
            }
        } catch (InterruptedException | UIDetachedException closed) {
            LOG.trace("The page is closed");
        }
    }

    private void ask(UI ui, AtomicBoolean open) {
        try {
            int before = acts.get();
            T answer = question.get();
            ui.access(() -> {
                if (acts.get() == before && !LiveUpdates.isStopped(ui)) {
                    show.accept(answer);
                }
            });
        } catch (UIDetachedException closed) {
            throw closed;
        } catch (RuntimeException e) {
            if (open.get()) {
                LOG.warn("A page cannot be kept up to date now: {}", e.toString());
            }
        }
    }
}
