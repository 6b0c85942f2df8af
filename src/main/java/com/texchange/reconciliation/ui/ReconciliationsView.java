package com.texchange.reconciliation.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.reconciliation.ListColumn;
import com.texchange.reconciliation.Reconciliation;
import com.texchange.reconciliation.ReconciliationId;
import com.texchange.reconciliation.Reconciliations;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableLimits;
import com.texchange.tables.ui.TableForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** «Сверка»: a supplier gives the list of its own system to be compared, and finds those that were compared before. */
@Route(Routes.RECONCILIATION)
@Menu(title = "reconciliation.title", order = 27, icon = "vaadin:scale")
@RolesAllowed("SUPPLIER")
class ReconciliationsView extends VerticalLayout implements HasDynamicTitle {

    /** A list this short has the height of its rows. */
    private static final int FEW = 8;
    private final transient Reconciliations reconciliations;
    private final transient Actor actor;
    private final TableForm<ListColumn> form;
    private final Button compare = new Button();
    private @Nullable MappedTable<ListColumn> table;

    ReconciliationsView(Reconciliations reconciliations, CurrentActor currentActor) {
        this.reconciliations = reconciliations;
        this.actor = currentActor.get();
        compare.setText(getTranslation("reconciliation.compare"));
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        SingleStep.on(compare, this::compare);
        form = new TableForm<>(ListColumn.class, TableLimits.LARGE, this::take);
        H2 earlier = new H2(getTranslation("reconciliation.earlier"));
        earlier.addClassName("section-title");
        Div given = new Div(form, compare);
        given.setWidthFull();
        add(new PageHeader(getTranslation("reconciliation.title")), new Paragraph(new UnbrokenText(getTranslation("reconciliation.hint"))),
                Acts.whyNotActing(actor), Acts.forActing(given, actor),
                earlier, earlier());
    }

    private void take(@Nullable MappedTable<ListColumn> recognized) {
        table = recognized;
        compare.setVisible(recognized != null);
        compare.setEnabled(recognized != null);
    }

    private void compare() {
        MappedTable<ListColumn> list = table;
        if (list == null) {
            return;
        }
        try {
            ReconciliationId id = reconciliations.begin(list, actor);
            // Done with: nothing is left to be asked for on the way to the next page.
            form.reset();
            getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.RECONCILIATION, id)));
        } catch (RefusedException refusal) {
            compare.setEnabled(true);
            Notices.refused(refusal);
        }
    }

    private Component earlier() {
        int count = reconciliations.count(actor);
        if (count == 0) {
            return new Paragraph(getTranslation("reconciliation.earlier.none"));
        }
        Grid<Reconciliation> grid = new Grid<>();
        grid.addComponentColumn(ReconciliationsView::composed).setKey("composed").setVisible(false);
        grid.addComponentColumn(ReconciliationsView::link).setKey("when").setWidth("14rem").setFlexGrow(0);
        grid.addColumn(Reconciliation::begunBy).setKey("who").setWidth("10rem").setFlexGrow(1);
        grid.addColumn(Reconciliation::lines).setKey("lines").setWidth("9rem").setFlexGrow(0);
        grid.getColumns().forEach(column -> column.setHeader(getTranslation("reconciliation.list." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> reconciliations.page(query.getOffset(), query.getLimit(), actor).stream(),
                query -> reconciliations.count(actor));
        grid.addClassName("batch-grid");
        grid.setAllRowsVisible(count <= FEW);
        grid.setAriaLabel(getTranslation("reconciliation.earlier"));
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
        return grid;
    }

    private static Anchor link(Reconciliation reconciliation) {
        return new Anchor(Routes.of(Routes.RECONCILIATION, reconciliation.id()), DateTimes.dateTime(reconciliation.begunAt()));
    }

    private static Component composed(Reconciliation reconciliation) {
        Div cell = new Div(link(reconciliation), new Span(reconciliation.begunBy()));
        cell.addClassName("composed-cell");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reconciliation.title");
    }
}
