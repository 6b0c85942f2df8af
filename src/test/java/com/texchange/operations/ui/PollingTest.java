package com.texchange.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.ui.LiveUpdates;
import com.texchange.testing.UnlockedSession;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollingTest {

    private final Semaphore asked = new Semaphore(0);
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @Test
    void anAnswerFoundOutBeforeThePersonsActIsNotShownAfterIt() throws InterruptedException {
        Div owner = new Div();
        Polling<String> polling = Polling.of(owner, this::answer, Duration.ofMinutes(1), shown::add);
        UI page = new OpenPage();
        page.add(owner);
        asked.acquire();

        polling.afterAct();
        answers.put("before");
        asked.acquire();
        answers.put("after");

        await().untilAsserted(() -> assertThat(shown).containsExactly("after"));
        page.remove(owner);
        answers.put("when it is closed");
    }

    @Test
    void whatIsFoundOutAfterTheSessionHasEndedIsNotShown() throws InterruptedException {
        Div owner = new Div();
        Polling<String> polling = Polling.of(owner, this::answer, Duration.ofMinutes(1), shown::add);
        OpenPage page = new OpenPage();
        page.add(owner);
        asked.acquire();
        answers.put("while it lasts");
        await().untilAsserted(() -> assertThat(shown).containsExactly("while it lasts"));

        VaadinSession session = new UnlockedSession();
        page.session = session;
        LiveUpdates.stop(session);
        polling.soon();
        asked.acquire();
        answers.put("afterwards");
        polling.soon();
        // Asked once more, so that the answer before has been brought.
        asked.acquire();

        assertThat(shown).containsExactly("while it lasts");
        page.remove(owner);
        answers.put("when it is closed");
    }

    private String answer() {
        asked.release();
        try {
            return answers.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows at once what is brought to it. */
    private static final class OpenPage extends UI {

        private transient volatile @Nullable VaadinSession session;

        @Override
        public @Nullable VaadinSession getSession() {
            return session;
        }

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }
}
