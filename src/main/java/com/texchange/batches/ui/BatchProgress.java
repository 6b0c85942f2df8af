package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.tables.TableFormat;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How far a batch is, and what can be done with it at its state. */
final class BatchProgress extends Composite<Div> {

    /** Counts the seconds down in the browser; the server says when it is over. */
    private static final String COUNT_DOWN = """
            clearInterval(this.countdown);
            const end = Date.now() + $0;
            const show = () => this.textContent = Math.max(0, Math.ceil((end - Date.now()) / 1000));
            show();
            this.countdown = setInterval(show, 250);
            """;
    private final transient Batches batches;
    private final transient RefusedRows refusedRows;
    private final transient Actor actor;
    private final Span state = new Span();
    private final Span seconds = new Span();
    private final Div countdown = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span counts = new Span();
    private final Button undo;
    private final Button startNow;
    private final Button stop;
    private final Button resume;
    private final TableLinks failed;
    private volatile transient @Nullable Batch shown;

    BatchProgress(Batches batches, RefusedRows refusedRows, Actor actor, Runnable undone) {
        this.batches = batches;
        this.refusedRows = refusedRows;
        this.actor = actor;
        undo = button("batches.undo", (batch, person) -> {
            batches.undo(batch, person);
            undone.run();
        });
        undo.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        startNow = button("batches.startNow", batches::startNow);
        stop = button("batches.stop", batches::stop);
        resume = button("batches.resume", batches::resume);
        resume.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Locale locale = getLocale();
        failed = new TableLinks(getTranslation("batches.failed"), "refused-rows", (format, out) -> write(format, locale, out));
        bar.getElement().setAttribute("aria-label", getTranslation("batches.progressBar"));
        state.getElement().setAttribute("role", "status");
        countdown.addClassName("countdown");
        seconds.addClassName("countdown-seconds");
        countdown.add(new Span(getTranslation("batches.countdown")), seconds,
                new Span(getTranslation("batches.countdownUnit")));
        HorizontalLayout buttons = new HorizontalLayout(undo, startNow, stop, resume, failed);
        buttons.addClassName("list-tools");
        buttons.setWrap(true);
        getContent().addClassNames("card", "batch-progress");
        getContent().add(state, countdown, bar, counts, buttons);
    }

    private Button button(String key, BiConsumer<BatchId, Actor> action) {
        return new Button(getTranslation(key), click -> {
            BatchId batch = Objects.requireNonNull(shown).id();
            action.accept(batch, actor);
            batches.find(batch, actor).ifPresent(this::show);
        });
    }

    private void write(TableFormat format, Locale locale, OutputStream out) throws IOException {
        refusedRows.write(Objects.requireNonNull(shown), actor, format, locale, out);
    }

    void show(Batch batch) {
        boolean scheduled = batch.state() == Batch.State.SCHEDULED;
        boolean changed = shown == null || shown.state() != batch.state();
        shown = batch;
        state.setText(getTranslation("batches.explained." + batch.state()));
        countdown.setVisible(scheduled);
        if (scheduled && changed) {
            seconds.setText(String.valueOf(batch.untilStart().plusMillis(999).toSeconds()));
            seconds.getElement().executeJs(COUNT_DOWN, batch.untilStart().toMillis());
        }
        bar.setMax(batch.total());
        bar.setValue(batch.done() + batch.refused());
        counts.setText(BatchWords.counts(batch));
        undo.setVisible(scheduled && actor.mayAct());
        startNow.setVisible(scheduled && actor.mayAct());
        stop.setVisible(actor.mayAct() && batch.state() == Batch.State.RUNNING);
        resume.setVisible(actor.mayAct() && batch.state() == Batch.State.STOPPED);
        failed.setVisible(batch.refused() > 0);
    }
}
