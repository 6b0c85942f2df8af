package com.texchange.overview.ui;

import com.texchange.batches.BatchId;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.RowSelection;
import com.texchange.common.ui.WhyNot;
import com.texchange.common.ui.Windows;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.SelectionStep;
import com.texchange.overview.SelectionSteps;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done with the rows that are selected, or with all that the list shows; hidden while none is. */
class SelectionBar extends Composite<Div> {

    private final transient SelectionSteps steps;
    private final transient Actor actor;
    private final OnboardingGrid grid;
    private final Span chosen = new Span();
    private final Button all = new Button(getTranslation("overview.selection.all"));
    private final Button remind = step("overview.selection.remind", SelectionStep.REMIND);
    private final Button resend = step("overview.selection.resend", SelectionStep.RESEND);
    private final Button revoke = new Button();
    private final RowSelection<OnboardingRow> rows;
    private transient @Nullable Selection<OnboardingId, OnboardingFilter> selection;
    private transient SelectionSteps.Counts counts = new SelectionSteps.Counts(0, 0, 0, 0);

    SelectionBar(SelectionSteps steps, OnboardingGrid grid, Actor actor) {
        this.steps = steps;
        this.grid = grid;
        this.actor = actor;
        this.rows = grid.selectRows();
        chosen.getElement().setAttribute("role", "status");
        all.addClickListener(click -> rows.selectAll());
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
        revoke.addClickListener(click -> askReason());
        Button none = new Button(getTranslation("overview.selection.none"), click -> rows.deselectAll());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassName("selection-bar");
        getContent().add(chosen, remind, resend, revoke, all, none);
        grid.addSelectionListener(change -> selected());
        show(null);
    }

    private void selected() {
        Set<OnboardingRow> some = rows.isAll() ? rows.exceptions() : rows.getSelectedItems();
        Set<OnboardingId> ids = some.stream().map(OnboardingRow::id).collect(Collectors.toSet());
        show(rows.isAll() ? new Selection.Matching<>(grid.filter(), ids)
                : ids.isEmpty() ? null : new Selection.Chosen<>(ids));
    }

    /** What was all that the list shows is not all of another list. */
    void filtered(OnboardingFilter filter) {
        if (selection instanceof Selection.Matching<OnboardingId, OnboardingFilter> all && !all.filter().equals(filter)) {
            rows.deselectAll();
        }
    }

    /** What is possible may have changed. */
    void refresh() {
        show(selection);
    }

    private void show(@Nullable Selection<OnboardingId, OnboardingFilter> other) {
        selection = other;
        setVisible(other != null && actor.mayAct());
        if (!isVisible() || other == null) {
            return;
        }
        counts = steps.count(other, actor);
        if (rows.isAll() && counts.chosen() == 0) {
            rows.deselectAll();
            return;
        }
        chosen.setText(switch (other) {
            case Selection.Chosen<?, ?> some -> getTranslation("overview.selection.chosen", counts.chosen());
            case Selection.Matching<?, ?> found when found.except().isEmpty() ->
                    getTranslation("overview.selection.allChosen", counts.chosen());
            case Selection.Matching<?, ?> found ->
                    getTranslation("overview.selection.allBut", counts.chosen(), found.except().size());
        });
        all.setVisible(!rows.isAll() || !rows.exceptions().isEmpty());
        label(remind, "overview.selection.remind", SelectionStep.REMIND);
        label(resend, "overview.selection.resend", SelectionStep.RESEND);
        label(revoke, "overview.selection.revoke", SelectionStep.REVOKE);
    }

    private void label(Button button, String key, SelectionStep kind) {
        button.setText(getTranslation(key, counts.of(kind)));
        WhyNot.tell(button, counts.of(kind) > 0 ? null : getTranslation("overview.selection.whyNot." + kind));
    }

    private Button step(String key, SelectionStep kind) {
        BiFunction<Selection<OnboardingId, OnboardingFilter>, Actor, BatchId> start = kind == SelectionStep.REMIND
                ? (what, person) -> steps.remind(what, person) : (what, person) -> steps.resend(what, person);
        return new Button(getTranslation(key, 0), click -> confirm(kind, start));
    }

    private void confirm(SelectionStep kind, BiFunction<Selection<OnboardingId, OnboardingFilter>, Actor, BatchId> start) {
        Windows.ask(getTranslation("overview.selection.title." + kind), possible(kind),
                getTranslation("overview.selection.confirm." + kind), () -> run(start));
    }

    private void askReason() {
        new ReasonDialog(getTranslation("overview.selection.title.REVOKE"),
                possible(SelectionStep.REVOKE) + " " + getTranslation("overview.selection.revokeText"),
                getTranslation("overview.selection.confirm.REVOKE"),
                reason -> run((what, person) -> steps.revoke(what, reason, person))).takingBack().open();
    }

    private String possible(SelectionStep kind) {
        return getTranslation("overview.selection.possible." + kind, counts.of(kind), counts.chosen());
    }

    /** News may have left nothing of all that was selected, while the question was open. */
    private void run(BiFunction<Selection<OnboardingId, OnboardingFilter>, Actor, BatchId> start) {
        Selection<OnboardingId, OnboardingFilter> what = selection;
        if (what == null) {
            Notices.error(getTranslation("overview.selection.nothingLeft"));
            return;
        }
        BatchId batch = start.apply(what, actor);
        rows.deselectAll();
        getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.BATCHES, batch)));
    }
}
