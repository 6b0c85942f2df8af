package com.texchange.licenses.ui;

import com.texchange.common.OrderId;
import com.texchange.common.Routes;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.Windows;
import com.texchange.licenses.ConnectionOrderInfo;
import com.texchange.licenses.ConnectionOrders;
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
        switch (orders.get(id).state()) {
            case PLACED -> {
                return false;
            }
            case FINISHED -> open("licenses.connected.title",
                    new Paragraph(new UnbrokenText(translated("licenses.connected.text", orders.connectedCount(id), recipient))));
            case REFUSED -> open("licenses.refused.title",
                    new Paragraph(translated("licenses.refusedTask.connected", orders.connectedCount(id))),
                    new Paragraph(translated("licenses.refused.text", orders.refusedCount(id), recipient)),
                    reasons(id), new Anchor(Routes.TASKS, translated("licenses.refused.tasks")));
        }
        return true;
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
        window.setConfirmText(translated("licenses.ok"));
        Windows.openOnce(window);
    }

    private static String translated(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
