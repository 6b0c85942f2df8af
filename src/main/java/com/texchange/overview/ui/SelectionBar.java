package com.texchange.overview.ui;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchKind;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Routes;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.SelectionColumn;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.Selection;
import com.texchange.overview.SelectionSteps;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
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
    private final Button all = new Button(getTranslation("overview.selection.all"), click -> selectAll());
    private final Button remind = step("overview.selection.remind", BatchKind.REMIND);
    private final Button resend = step("overview.selection.resend", BatchKind.RESEND);
    private final Button revoke = new Button();
    private transient @Nullable Selection selection;
    private transient SelectionSteps.Counts counts = new SelectionSteps.Counts(0, 0, 0, 0);

    SelectionBar(SelectionSteps steps, OnboardingGrid grid, Actor actor) {
        this.steps = steps;
        this.grid = grid;
        this.actor = actor;
        chosen.getElement().setAttribute("role", "status");
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
        revoke.addClickListener(click -> askReason());
        Button none = new Button(getTranslation("overview.selection.none"), click -> clear());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().addClassName("selection-bar");
        getContent().add(chosen, remind, resend, revoke, all, none);
        selectByRow();
        show(null);
    }

    private void selectByRow() {
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        ((GridMultiSelectionModel<OnboardingRow>) grid.getSelectionModel())
                .setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        SelectionColumn.arrange(grid);
        grid.addSelectionListener(change -> chosen(change.getAllSelectedItems()));
    }

    private void chosen(Set<OnboardingRow> rows) {
        if (selection instanceof Selection.Matching && rows.isEmpty()) {
            return;
        }
        Set<OnboardingId> ids = rows.stream().map(OnboardingRow::id).collect(Collectors.toSet());
        show(ids.isEmpty() ? null : new Selection.Chosen(ids));
    }

    private void selectAll() {
        selection = new Selection.Matching(grid.filter());
        grid.deselectAll();
        show(selection);
    }

    private void clear() {
        show(null);
        grid.deselectAll();
    }

    /** What was all that the list shows is not all of another list. */
    void filtered(OnboardingFilter filter) {
        if (selection instanceof Selection.Matching(OnboardingFilter matching) && !matching.equals(filter)) {
            clear();
        }
    }

    /** What is possible may have changed. */
    void refresh() {
        show(selection);
    }

    private void show(@Nullable Selection other) {
        selection = other;
        setVisible(other != null);
        if (other == null) {
            return;
        }
        counts = steps.count(other, actor);
        boolean matching = other instanceof Selection.Matching;
        chosen.setText(getTranslation(matching ? "overview.selection.allChosen" : "overview.selection.chosen",
                counts.chosen()));
        all.setVisible(!matching);
        label(remind, "overview.selection.remind", BatchKind.REMIND);
        label(resend, "overview.selection.resend", BatchKind.RESEND);
        label(revoke, "overview.selection.revoke", BatchKind.REVOKE);
    }

    private void label(Button button, String key, BatchKind kind) {
        button.setText(getTranslation(key, counts.of(kind)));
        button.setEnabled(counts.of(kind) > 0);
    }

    private Button step(String key, BatchKind kind) {
        BiFunction<Selection, Actor, BatchId> start = kind == BatchKind.REMIND
                ? (what, person) -> steps.remind(what, person) : (what, person) -> steps.resend(what, person);
        return new Button(getTranslation(key, 0), click -> confirm(kind, start));
    }

    private void confirm(BatchKind kind, BiFunction<Selection, Actor, BatchId> start) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("overview.selection.title." + kind), possible(kind),
                getTranslation("overview.selection.confirm." + kind),
                confirmed -> run(start));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("common.cancel"));
        dialog.open();
    }

    private void askReason() {
        new ReasonDialog(getTranslation("overview.selection.title.REVOKE"),
                possible(BatchKind.REVOKE) + " " + getTranslation("overview.selection.revokeText"),
                getTranslation("overview.selection.confirm.REVOKE"),
                reason -> run((what, person) -> steps.revoke(what, reason, person))).open();
    }

    private String possible(BatchKind kind) {
        return getTranslation("overview.selection.possible." + kind, counts.of(kind), counts.chosen());
    }

    private void run(BiFunction<Selection, Actor, BatchId> start) {
        Selection what = selection;
        if (what != null) {
            BatchId batch = start.apply(what, actor);
            clear();
            getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.INVITE_LIST, batch)));
        }
    }
}
