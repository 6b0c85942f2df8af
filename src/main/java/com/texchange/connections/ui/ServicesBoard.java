package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.ServiceOverview;
import com.texchange.connections.SupplierGroup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The distributor's licenses with search, selection, its counts and the order to connect. */
final class ServicesBoard extends Composite<Div> {

    private final ServiceOverview overview;
    private final ConnectionOrders orders;
    private final Actor actor;
    private final ServiceRows rows;
    private final ServicesGrid grid;
    private final OrderOutcomes outcomes;
    private final CountsPanel counts = new CountsPanel();
    private final Button connect = new Button(VaadinIcon.PLUS.create());

    ServicesBoard(ServiceOverview overview, ConnectionOrders orders, ChangeFeed feed, Actor actor) {
        this.overview = overview;
        this.orders = orders;
        this.actor = actor;
        rows = new ServiceRows(overview, actor);
        grid = new ServicesGrid(rows, this::selectionChanged);
        outcomes = new OrderOutcomes(orders);
        getContent().addClassName("services-board");
        getContent().add(toolbar(), grid, information());
        LiveUpdates.follow(this, feed, LicensesView.concerning(actor), this::refresh);
    }

    void focus(CompanyId supplier) {
        grid.focus(supplier);
    }

    private Component toolbar() {
        TextField search = new TextField();
        search.setPlaceholder(getTranslation("connections.search"));
        search.setAriaLabel(getTranslation("connections.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> rows.filter(change.getValue()));
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        connect.setAriaLabel(getTranslation("connections.connect"));
        connect.setTooltipText(getTranslation("connections.connect"));
        connect.setEnabled(false);
        connect.addClickListener(click -> confirm());
        HorizontalLayout toolbar = new HorizontalLayout(connect, search);
        toolbar.setDefaultVerticalComponentAlignment(Alignment.BASELINE);
        toolbar.addClassName("services-toolbar");
        return toolbar;
    }

    private Component information() {
        Div panel = new Div(new H2(getTranslation("connections.information")), counts);
        panel.addClassName("services-information");
        return panel;
    }

    private void selectionChanged(List<LicenseRow> selected) {
        connect.setEnabled(!selected.isEmpty());
        Map<CompanyId, Set<LicenseId>> bySupplier = selected.stream().collect(Collectors.groupingBy(
                LicenseRow::supplierId, Collectors.mapping(LicenseRow::licenseId, Collectors.toSet())));
        counts.show(bySupplier.entrySet().stream()
                .map(entry -> overview.counts(entry.getKey(), entry.getValue(), actor))
                .reduce(ServiceCounts.NONE, ServiceCounts::plus));
    }

    private void confirm() {
        Set<LicenseId> licenses = grid.selected().stream().map(LicenseRow::licenseId).collect(Collectors.toSet());
        List<SupplierGroup> suppliers = rows.suppliers().stream().map(ServiceRow.Supplier::group).toList();
        new ConfirmLicensesDialog(suppliers, obviousRecipient(suppliers),
                supplier -> overview.counts(supplier, licenses, actor),
                recipient -> place(recipient, licenses)).open();
    }

    /** The supplier under which all licenses were selected, if there is only one such. */
    private @Nullable SupplierGroup obviousRecipient(List<SupplierGroup> suppliers) {
        Set<CompanyId> selectedUnder = grid.selected().stream().map(LicenseRow::supplierId).collect(Collectors.toSet());
        return selectedUnder.size() > 1 ? null
                : suppliers.stream().filter(group -> selectedUnder.contains(group.supplierId())).findFirst()
                        .orElse(null);
    }

    private void place(SupplierGroup recipient, Set<LicenseId> licenses) {
        OrderRequest request = new OrderRequest(OrderKind.CONNECT, recipient.supplierId(), actor.companyAs(Role.DISTRIBUTOR),
                new Selection.Chosen<>(licenses), null);
        try {
            outcomes.await(orders.place(request, actor), recipient.supplierName());
            grid.clearSelection();
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
        rows.reload();
    }

    private void refresh() {
        rows.reload();
        selectionChanged(grid.selected());
        outcomes.tell();
    }
}
