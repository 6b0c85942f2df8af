package com.texchange.connections.ui;

import com.texchange.common.OrderId;
import com.texchange.common.Routes;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.Windows;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the person how the orders ended that were placed on this page. */
final class OrderOutcomes {

    private static final int SHOWN_REASONS = 10;
    private final ConnectionOrders orders;
    /** Names of the recipients of the orders that are under way. */
    private final Map<OrderId, String> awaited = new LinkedHashMap<>();

    OrderOutcomes(ConnectionOrders orders) {
        this.orders = orders;
    }

    void await(ConnectionOrderInfo order, String recipient) {
        awaited.put(order.id(), recipient);
    }

    /** Shows a window for each order that has come to an end or needs the person. */
    void tell() {
        awaited.entrySet().removeIf(entry -> tell(entry.getKey(), entry.getValue()));
    }

    private boolean tell(OrderId id, String recipient) {
        ConnectionOrderInfo order = orders.get(id);
        switch (order.state()) {
            case PLACED -> {
                return false;
            }
            case FINISHED -> finished(order, recipient);
            case REFUSED -> open("connections.refused.title",
                    new Paragraph(translated("connections.refusedTask.connected", orders.doneCount(id))),
                    new Paragraph(translated("connections.refused.text", orders.refusedCount(id), recipient)),
                    reasons(id), new Anchor(Routes.ALL_TASKS, translated("connections.refused.tasks")));
        }
        return true;
    }

    private void finished(ConnectionOrderInfo order, String supplier) {
        int done = orders.doneCount(order.id());
        String kind = switch (order.kind()) {
            case CONNECT -> "connections.connected.";
            case DISCONNECT -> "connections.disconnected.";
            case MOVE -> "connections.moved.";
        };
        open(done == 0 ? "connections.order.nothingDone" : kind + "title", new Paragraph(new UnbrokenText(translated(kind + "text", done, supplier))),
                new Anchor(Routes.of(Routes.LICENSE_ORDERS, order.id()), translated("connections.order.open")));
    }

    /** The first ones; the task has more. */
    private Component reasons(OrderId id) {
        UnorderedList reasons = new UnorderedList();
        orders.refused(id).stream().limit(SHOWN_REASONS).map(ResolveRefusedForm::line).map(ListItem::new).forEach(reasons::add);
        return reasons;
    }

    private static void open(String titleKey, Component... content) {
        ConfirmDialog window = new ConfirmDialog();
        window.setHeader(translated(titleKey));
        window.add(content);
        window.setConfirmText(translated("connections.ok"));
        Windows.openOnce(window);
    }

    private static String translated(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
