package com.texchange.licenselists.ui;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.Notices;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.ui.CountsPanel;
import com.texchange.connections.ui.SelectionRoom;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is selected in a list over several distributors, in the bar «Информация», and the buttons for what to do with it. */
final class ListActs extends Composite<Div> {

    final Button connect = button(OrderKind.CONNECT, VaadinIcon.PLUS);
    final Button disconnect = button(OrderKind.DISCONNECT, VaadinIcon.MINUS);
    final Button move = button(OrderKind.MOVE, VaadinIcon.EXCHANGE);
    private final LicenseGrid<?> grid;
    private final transient BiConsumer<OrderKind, Selection<LicenseId, LicenseFilter>> ask;
    private final CountsPanel counts = new CountsPanel();
    private final Span hidden = new Span();
    private boolean anySupplier;
    private final SelectionRoom room;

    ListActs(LicenseGrid<?> grid, BiConsumer<OrderKind, Selection<LicenseId, LicenseFilter>> ask) {
        this.grid = grid;
        this.ask = ask;
        Button all = new Button(getTranslation("connections.selection.all"), click -> grid.selectAll());
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        room = new SelectionRoom(grid::clearSelection);
        hidden.addClassName("selection-hidden");
        hidden.getElement().setAttribute("role", "status");
        getContent().addClassName("services-information");
        getContent().add(new H2(getTranslation("connections.information")), counts, hidden, all, room);
    }

    /** Where no supplier is chosen yet: what is in service and what is not differs from one to another. */
    ListActs forAnySupplier() {
        anySupplier = true;
        counts.withoutService();
        return this;
    }

    private Button button(OrderKind kind, VaadinIcon icon) {
        Button button = new Button(icon.create(), click -> ask(kind));
        button.setAriaLabel(getTranslation("connections.order.selected." + kind));
        if (kind == OrderKind.CONNECT) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void ask(OrderKind kind) {
        @Nullable Selection<LicenseId, LicenseFilter> selection = grid.selection();
        if (selection != null) {
            ask.accept(kind, selection);
        }
    }

    /** @param unseen how many of the selected licenses the list does not show */
    void show(ServiceCounts stand, int unseen) {
        counts.show(stand);
        hidden.setText(unseen == 0 ? "" : getTranslation("connections.selection.hidden", stand.selected(), unseen));
        boolean selected = stand.selected() > 0;
        SelectionRoom.offer(connect, OrderKind.CONNECT, selected, stand.outOfService() > 0);
        SelectionRoom.offer(disconnect, OrderKind.DISCONNECT, selected, anySupplier ? selected : stand.inService() > 0);
        SelectionRoom.offer(move, OrderKind.MOVE, selected, selected);
        room.show(selected, connect.isVisible());
    }

    /** Devices and agents belong to a distributor. @param next asks where its licenses go */
    void move(Map<CompanyId, Selection<LicenseId, LicenseFilter>> parts,
            BiConsumer<CompanyId, Selection<LicenseId, LicenseFilter>> next) {
        if (parts.size() == 1) {
            parts.forEach(next);
        } else {
            Notices.error(getTranslation("connections.move.oneDistributor"));
        }
    }

    void placed(List<ConnectionOrderInfo> placed) {
        grid.clearSelection();
        if (placed.size() == 1) {
            UI.getCurrent().navigate(Routes.of(Routes.LICENSE_ORDERS, placed.getFirst().id()));
        } else {
            Notices.success(getTranslation("connections.order.begun", placed.size()));
            UI.getCurrent().navigate(Routes.LICENSE_ORDERS);
        }
    }
}
