package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.texchange.common.ActorHolder;
import com.texchange.common.RefusedException;
import com.texchange.common.RemoteAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Commands that take longer than a click may: done on a thread of their own, their result brought by push. Services know there, too, who sits at
 * the page, and from where.
 */
public final class Background {

    private Background() {
    }

    /**
     * One that works in the database, which few do at once: see {@link CommandsAtOnce}.
     *
     * @param done       run with the page's lock; not if the business refused, which is told
     * @param afterwards run with it in any case, after that
     */
    public static <T> void run(UI ui, Supplier<T> command, Consumer<T> done, Runnable afterwards) {
        Optional<Actor> person = ActorHolder.actorOf(SecurityContextHolder.getContext().getAuthentication());
        Supplier<T> inTurn = person.<Supplier<T>>map(one -> () -> CommandsAtOnce.OF_INSTANCE.inTurn(one.id(), command)).orElse(command);
        start(ui, inTurn, done, afterwards);
    }

    /** One that waits for another system, for which nobody else is to wait. */
    public static <T> void runElsewhere(UI ui, Supplier<T> command, Consumer<T> done, Runnable afterwards) {
        start(ui, command, done, afterwards);
    }

    private static <T> void start(UI ui, Supplier<T> command, Consumer<T> done, Runnable afterwards) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Runnable work = RemoteAddress.handingOn(request == null ? null : request.getRemoteAddr(), () -> {
            Runnable result = result(command, done);
            try {
                ui.access(() -> {
                    try {
                        result.run();
                    } finally {
                        afterwards.run();
                    }
                });
            } catch (UIDetachedException closed) {
                // Nobody is there to be told.
            }
        });
        Thread.ofVirtual().name("page-command").start(new DelegatingSecurityContextRunnable(work));
    }

    /** The same, within the click if it is not longer than that may be. */
    static <T> void run(boolean isLong, UI ui, Supplier<T> command, Consumer<T> done, Runnable afterwards) {
        if (isLong) {
            run(ui, command, done, afterwards);
            return;
        }
        try {
            result(command, done).run();
        } finally {
            afterwards.run();
        }
    }

    private static <T> Runnable result(Supplier<T> command, Consumer<T> done) {
        try {
            T result = command.get();
            return () -> done.accept(result);
        } catch (RefusedException refusal) {
            return () -> Notices.refused(refusal);
        } catch (RuntimeException failure) {
            // Thrown again at the page, whose error handler explains it.
            return () -> {
                throw failure;
            };
        }
    }
}
