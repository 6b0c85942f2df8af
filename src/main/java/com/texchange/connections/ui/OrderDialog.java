package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.Verdict;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what orders would do with the chosen licenses, asks for a reason, and places them. */
final class OrderDialog {

    private static final int MAX_REASON = 500;
    private final ConnectionOrders orders;
    private final List<OrderRequest> requests;
    private final Actor actor;
    private final Consumer<List<ConnectionOrderInfo>> placed;
    private final TextField reason = new TextField(text("connections.order.reasonOptional"));
    private final FormDialog dialog;

    /**
     * @param requests of one kind, one for each two companies
     * @param placed   hears of the orders; nothing if none could be placed
     */
    OrderDialog(OrderKind kind, List<OrderRequest> requests, ConnectionOrders orders, Actor actor,
            Consumer<List<ConnectionOrderInfo>> placed) {
        this.orders = orders;
        this.requests = List.copyOf(requests);
        this.actor = actor;
        this.placed = placed;
        reason.setMaxLength(MAX_REASON);
        reason.setWidthFull();
        dialog = new FormDialog(text("connections.order.ask." + kind), text("connections.order.do." + kind), this::place)
                .content(new Paragraph(text("connections.order.explained." + kind)), verdicts(kind), reason);
        dialog.setWidth("32rem");
    }

    void open() {
        dialog.open();
    }

    private VerdictList verdicts(OrderKind kind) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        requests.forEach(request -> orders.dryRun(request, actor)
                .forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum)));
        VerdictList list = new VerdictList();
        list.show(kind, counts);
        return list;
    }

    private boolean place() {
        List<ConnectionOrderInfo> done = new ArrayList<>();
        @Nullable RefusedException refused = null;
        for (OrderRequest request : requests) {
            try {
                done.add(orders.place(request.because(typedReason()), actor));
            } catch (RefusedException refusal) {
                refused = refusal;
            }
        }
        if (done.isEmpty() && refused != null) {
            Notices.refused(refused);
            return false;
        }
        placed.accept(done);
        return true;
    }

    /** A line of a letter: what was pasted on several lines becomes one. */
    private @Nullable String typedReason() {
        String typed = reason.getValue().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return typed.isEmpty() ? null : typed;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
