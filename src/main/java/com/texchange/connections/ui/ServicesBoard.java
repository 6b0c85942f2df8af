package com.texchange.connections.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.connections.ChosenLicenses;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceExport;
import com.texchange.connections.ServiceOverview;
import com.texchange.connections.SupplierGroup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distributor's licenses with search, selection, its counts and the order to connect. */
final class ServicesBoard extends Composite<Div> {

    /** Of its settings. */
    private static final String LIST = "services";

    private final ChosenLicenses chosen;
    private final ConnectionOrders orders;
    private final MoveTargets targets;
    private final Actor actor;
    private final ServiceRows rows;
    private final ServiceChoices choices;
    private final ServicesGrid grid;
    private final OrderOutcomes outcomes;
    private final SelectionInformation information = new SelectionInformation(this::clear);
    private final Button connect = new Button(VaadinIcon.PLUS.create());
    private final Button disconnect = new Button(VaadinIcon.MINUS.create());
    private final Button move = new Button(VaadinIcon.EXCHANGE.create());
    private final ListFilters filters;
    private final Span found = new Span();
    private Runnable onChange = () -> { };

    ServicesBoard(ServiceOverview overview, ServiceExport export, ChosenLicenses chosen, ConnectionOrders orders, MoveTargets targets,
            ListSettings settings, ChangeFeed feed, Actor actor) {
        this.chosen = chosen;
        this.orders = orders;
        this.targets = targets;
        this.actor = actor;
        rows = new ServiceRows(overview, actor);
        choices = new ServiceChoices(chosen, actor);
        grid = new ServicesGrid(rows, choices, settings.hidden(LIST, actor).orElse(Set.of()), this::selected);
        filters = new ListFilters(grid, getTranslation("connections.search"), "connections.services.show", this::filter,
                changed -> onChange.run(), Show.ALL, Show.CONNECTED, Show.NOT_CONNECTED, Show.OWN, Show.BLOCKED);
        filters.hold(new SelectionAddress(() -> ChoicesText.of(choices.bySupplier(), rows.filter()), this::restore));
        outcomes = new OrderOutcomes(orders);
        getContent().addClassName("services-board");
        getContent().add(toolbar(export, settings), Acts.whyNotActing(actor), information, filters.columns, grid);
        listed();
        rows.onMissing(() -> getUI().ifPresent(ui -> ui.access(this::refreshRows)));
        LiveUpdates.follow(this, feed, LicensesView.concerning(actor), this::refresh);
    }

    void focus(CompanyId supplier) {
        grid.focus(supplier);
    }

    /** Shows what an address says, as {@link ListFilters} has it. */
    void read(QueryParameters address) {
        filters.read(address);
    }

    Map<String, List<String>> address() {
        return filters.address();
    }

    /** @param changed runs when the person has changed search, filters, order or selection */
    void onChange(Runnable changed) {
        onChange = changed;
    }

    private void filter(LicenseFilter filter) {
        rows.filter(filter);
        listed();
        grid.refresh();
    }

    private Component toolbar(ServiceExport export, ListSettings settings) {
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.setAriaLabel(getTranslation("connections.connect"));
        connect.addClickListener(click -> confirm());
        disconnect.setAriaLabel(getTranslation("connections.order.selected.DISCONNECT"));
        disconnect.addClickListener(click -> askToDisconnect());
        move.setAriaLabel(getTranslation("connections.order.selected.MOVE"));
        move.addClickListener(click -> askToMove());
        Stream.of(connect, disconnect, move).forEach(act -> Acts.forActing(act, actor));
        found.addClassName("hint");
        found.getElement().setAttribute("role", "status");
        Div toolbar = new Div(connect, disconnect, move, filters.search, filters.show, found,
                grid.columnMenu(hidden -> settings.hide(LIST, hidden, actor)), grid.download(export, actor),
                new Anchor(Routes.LICENSE_ORDERS, getTranslation("connections.orders.title")));
        toolbar.addClassName("services-toolbar");
        return toolbar;
    }

    /** What is listed has changed, and so what of the selection is shown. */
    private void listed() {
        tell(choices.show(rows.filter(), rows::licenses));
        found.setText(getTranslation("connections.found", rows.licenses()));
        selectionChanged();
    }

    private void selectionChanged() {
        information.show(choices, actor.mayAct());
        boolean selected = !choices.suppliers().isEmpty();
        SelectionRoom.offer(connect, OrderKind.CONNECT, selected, selected);
        SelectionRoom.offer(disconnect, OrderKind.DISCONNECT, selected, choices.counts().inService() > 0);
        SelectionRoom.offer(move, OrderKind.MOVE, selected, selected);
    }

    /** What an address says is selected; suppliers with whom the company does not work are none of it. */
    private void restore(List<String> texts) {
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected = new LinkedHashMap<>(ChoicesText.read(texts, rows.filter()));
        selected.keySet().retainAll(rows.suppliers().stream().map(ServiceRow::supplierId).toList());
        tell(choices.restore(selected));
        grid.refresh();
        selectionChanged();
    }

    /** @param gone how many of the selected licenses are not the company's any more */
    private void tell(int gone) {
        if (gone > 0) {
            Notices.error(getTranslation("connections.selection.gone", gone));
        }
    }

    /** By the person. */
    private void selected() {
        selectionChanged();
        filters.write();
    }

    private void clear() {
        choices.clear();
        grid.refresh();
        selected();
    }

    private void confirm() {
        Selection<LicenseId, LicenseFilter> licenses = choices.together();
        if (licenses == null) {
            Notices.error(getTranslation("connections.selection.tooMany", ServiceChoices.MOST_IDS));
            return;
        }
        List<SupplierGroup> suppliers = rows.suppliers().stream().map(ServiceRow.Supplier::group).toList();
        new ConfirmLicensesDialog(suppliers, obviousRecipient(suppliers),
                supplier -> chosen.counts(supplier, licenses, actor),
                supplier -> orders.dryRun(request(OrderKind.CONNECT, supplier, licenses), actor),
                supplier -> VerdictList.Rows.of(List.of(request(OrderKind.CONNECT, supplier, licenses)), actor),
                recipient -> place(recipient, licenses), OrderSize.isLong(choices.counts().selected(), 1)).open();
    }

    /** The supplier under which all licenses were selected, if there is only one such. */
    private @Nullable SupplierGroup obviousRecipient(List<SupplierGroup> suppliers) {
        return choices.suppliers().size() > 1 ? null
                : suppliers.stream().filter(group -> choices.suppliers().contains(group.supplierId())).findFirst().orElse(null);
    }

    private OrderRequest request(OrderKind kind, CompanyId supplier, Selection<LicenseId, LicenseFilter> licenses) {
        return new OrderRequest(kind, supplier, actor.companyAs(Role.DISTRIBUTOR), licenses, null);
    }

    /** @return done at the page then */
    private Runnable place(SupplierGroup recipient, Selection<LicenseId, LicenseFilter> licenses) {
        try {
            ConnectionOrderInfo order = orders.place(request(OrderKind.CONNECT, recipient.supplierId(), licenses), actor);
            return () -> {
                outcomes.await(order, recipient.supplierName());
                done();
            };
        } catch (RefusedException refusal) {
            return () -> {
                Notices.refused(refusal);
                refreshRows();
            };
        }
    }

    /** From the suppliers under which they were selected. */
    private void askToDisconnect() {
        List<OrderRequest> requests = choices.bySupplier().entrySet().stream()
                .map(entry -> request(OrderKind.DISCONNECT, entry.getKey(), entry.getValue())).toList();
        new OrderDialog(OrderKind.DISCONNECT, requests, orders, actor, placed -> {
            placed.forEach(order -> outcomes.await(order, nameOf(Objects.requireNonNull(order.supplierId()))));
            done();
        }).of(choices.counts().selected()).open();
    }

    private void askToMove() {
        Selection<LicenseId, LicenseFilter> licenses = choices.together();
        if (licenses == null) {
            Notices.error(getTranslation("connections.selection.tooMany", ServiceChoices.MOST_IDS));
            return;
        }
        new MoveDialog(targets, orders, null, actor.companyAs(Role.DISTRIBUTOR), licenses, actor, order -> {
            outcomes.await(order, "");
            done();
        }).of(choices.counts().selected()).open();
    }

    private void done() {
        choices.clear();
        refreshRows();
        filters.write();
    }

    private String nameOf(CompanyId supplier) {
        return rows.suppliers().stream().filter(row -> row.supplierId().equals(supplier))
                .map(row -> row.group().supplierName()).findFirst().orElse("");
    }

    private void refreshRows() {
        rows.read();
        listed();
        grid.refresh();
    }

    private void refresh() {
        refreshRows();
        outcomes.tell();
    }
}
