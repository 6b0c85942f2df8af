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
import java.util.stream.Collectors;
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
    private boolean isLong;

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
        verdicts.offer(VerdictList.Rows.of(this.requests, actor));
        dialog.setWidth("32rem");
    }

    /** @param licenses how many are selected: what takes long does not keep the page waiting */
    public OrderDialog of(int licenses) {
        isLong = OrderSize.isLong(licenses, requests.size());
        return this;
    }

    /** @param hint translated: what else is to be known */
    public void saying(String hint) {
        Paragraph said = new Paragraph(hint);
        said.addClassName("hint");
        dialog.content(said);
    }

    public void open() {
        dialog.openAsking(isLong, this::dryRun, this::show);
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
        Map<Verdict, Integer> read = shown;
        String why = typedReason();
        return dialog.take(isLong, () -> attempt(read, why), this::told);
    }

    /** @param instead what the orders would do by now, if that is not what the person has read */
    private record Attempt(@Nullable Map<Verdict, Integer> instead, List<ConnectionOrderInfo> placed, List<Refused> refused) {
    }

    private record Refused(OrderRequest request, RefusedException refusal) {
    }

    private Attempt attempt(Map<Verdict, Integer> read, @Nullable String why) {
        Map<Verdict, Integer> now = dryRun();
        if (!now.equals(read)) {
            return new Attempt(now, List.of(), List.of());
        }
        List<ConnectionOrderInfo> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (OrderRequest request : requests) {
            try {
                done.add(orders.place(request.because(why), actor));
            } catch (RefusedException refusal) {
                refused.add(new Refused(request, refusal));
            }
            dialog.progress(done.size() + refused.size(), requests.size());
        }
        return new Attempt(null, done, refused);
    }

    private boolean told(Attempt attempt) {
        if (attempt.instead() != null) {
            show(attempt.instead());
            changed.setVisible(true);
            return false;
        }
        if (!attempt.placed().isEmpty()) {
            placed.accept(attempt.placed());
        }
        tell(attempt.refused());
        return !attempt.placed().isEmpty();
    }

    private void tell(List<Refused> refused) {
        String first = refused.stream().limit(MOST_REFUSED).map(this::told).collect(Collectors.joining(" "));
        if (!refused.isEmpty()) {
            Notices.error(refused.size() <= MOST_REFUSED ? first
                    : text("connections.order.refused.more", first, refused.size() - MOST_REFUSED));
        }
    }

    /** Of several it says with whom nothing is begun. */
    private String told(Refused refused) {
        String why = Notices.words(refused.refusal());
        return requests.size() == 1 ? why : text("connections.order.refused", orders.partner(refused.request(), actor), why);
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
