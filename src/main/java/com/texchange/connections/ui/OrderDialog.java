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
        show(dryRun());
        dialog.setWidth("32rem");
    }

    public void open() {
        dialog.open();
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
        Map<Verdict, Integer> now = dryRun();
        if (!now.equals(shown)) {
            show(now);
            changed.setVisible(true);
            return false;
        }
        List<ConnectionOrderInfo> done = new ArrayList<>();
        for (OrderRequest request : requests) {
            try {
                done.add(orders.place(request.because(typedReason()), actor));
            } catch (RefusedException refusal) {
                // Of several orders the dry run has told which have nothing to change; a single one says so itself.
                if (requests.size() == 1) {
                    Notices.refused(refusal);
                }
            }
        }
        if (done.isEmpty()) {
            if (requests.size() != 1) {
                Notices.error(text("connections.order.nothing"));
            }
            return false;
        }
        placed.accept(done);
        return true;
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
