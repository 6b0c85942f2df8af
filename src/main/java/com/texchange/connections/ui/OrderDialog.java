package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.LengthLimit;
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
public final class OrderDialog {

    private static final int MAX_REASON = 500;
    private static final int MOST_REFUSED = 5;
    private final OrderKind kind;
    private final ConnectionOrders orders;
    private final List<OrderRequest> requests;
    private final Actor actor;
    private final Consumer<List<ConnectionOrderInfo>> placed;
    private final TextField reason = new TextField(text("connections.order.reasonOptional"));
    private final VerdictList verdicts = new VerdictList();
    private final Paragraph changed = new Paragraph(text("connections.confirm.changed"));
    private final FormDialog dialog;
    private Map<Verdict, Integer> shown = Map.of();

    /**
     * @param requests of one kind, one for each two companies
     * @param placed   hears of the orders; nothing if none could be placed
     */
    public OrderDialog(OrderKind kind, List<OrderRequest> requests, ConnectionOrders orders, Actor actor,
            Consumer<List<ConnectionOrderInfo>> placed) {
        this.kind = kind;
        this.orders = orders;
        this.requests = List.copyOf(requests);
        this.actor = actor;
        this.placed = placed;
        reason.setWidthFull();
        dialog = new FormDialog(text("connections.order.ask." + kind), text("connections.order.do." + kind), this::place)
                .content(new Paragraph(text("connections.order.explained." + kind)), verdicts, changed, reason);
        changed.addClassName("warning");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        dialog.setWidth("32rem");
    }

    /** Says so instead if something was chosen that the person does not see any more. */
    public void open() {
        try {
            show(dryRun());
            dialog.open();
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private Map<Verdict, Integer> dryRun() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        requests.forEach(request -> orders.dryRun(request, actor)
                .forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum)));
        return counts;
    }

    private void show(Map<Verdict, Integer> counts) {
        shown = counts;
        verdicts.show(kind, counts);
    }

    /** What the person has read must still be so: others may have changed licenses since. */
    private boolean place() {
        if (!LengthLimit.isKept(reason, MAX_REASON)) {
            return false;
        }
        try {
            Map<Verdict, Integer> now = dryRun();
            if (!now.equals(shown)) {
                show(now);
                changed.setVisible(true);
                return false;
            }
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
            return false;
        }
        List<ConnectionOrderInfo> done = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (OrderRequest request : requests) {
            try {
                done.add(orders.place(request.because(typedReason()), actor));
            } catch (RefusedException refusal) {
                refused.add(told(request, text(refusal.messageKey(), refusal.arguments())));
            }
        }
        if (!done.isEmpty()) {
            placed.accept(done);
        }
        if (!refused.isEmpty()) {
            Notices.error(refused.size() <= MOST_REFUSED ? String.join(" ", refused)
                    : text("connections.order.refused.more", String.join(" ", refused.subList(0, MOST_REFUSED)), refused.size() - MOST_REFUSED));
        }
        return !done.isEmpty();
    }

    /** Of several it says with whom nothing is begun. */
    private String told(OrderRequest request, String why) {
        return requests.size() == 1 ? why : text("connections.order.refused", orders.partner(request, actor), why);
    }

    /** A line of a letter: what was pasted on several lines becomes one. */
    private @Nullable String typedReason() {
        String typed = CleanText.line(reason.getValue());
        return typed.isEmpty() ? null : typed;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
