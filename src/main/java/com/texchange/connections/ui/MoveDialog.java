package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.MdmId;
import com.texchange.common.RefusedException;
import com.texchange.common.Selection;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.LengthLimit;
import com.texchange.common.ui.SearchPicker;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTarget;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.Verdict;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks where licenses of a distributor are moved, and why; tells what would become of them, and places the order. */
public final class MoveDialog {

    private static final int MAX_REASON = 500;
    private static final int MAX_AGENT = 200;
    private final ConnectionOrders orders;
    private final @Nullable CompanyId supplier;
    private final CompanyId distributor;
    private final Selection<LicenseId, LicenseFilter> licenses;
    private final Actor actor;
    private final Consumer<ConnectionOrderInfo> placed;
    private final SearchPicker<String> device = new SearchPicker<>(text("connections.move.device"));
    private final SearchPicker<String> agent = new SearchPicker<>(text("connections.move.agent"));
    private final Checkbox nobody = new Checkbox(text("connections.move.nobody"));
    private final TextField reason = new TextField(text("connections.move.reason"));
    private final VerdictList verdicts = new VerdictList();
    private final Paragraph changed = new Paragraph(text("connections.confirm.changed"));
    private final FormDialog dialog = new FormDialog(text("connections.order.ask.MOVE"), text("connections.order.do.MOVE"), this::place);
    private Map<Verdict, Integer> shown = Map.of();
    private boolean isLong;

    /**
     * @param supplier whose people move them; null for those of the distributor and the sales department
     * @param licenses of the distributor
     * @param placed   hears of the order
     */
    public MoveDialog(MoveTargets targets, ConnectionOrders orders, @Nullable CompanyId supplier, CompanyId distributor,
            Selection<LicenseId, LicenseFilter> licenses, Actor actor, Consumer<ConnectionOrderInfo> placed) {
        this.orders = orders;
        this.supplier = supplier;
        this.distributor = distributor;
        this.licenses = licenses;
        this.actor = actor;
        this.placed = placed;
        device.offer((text, offset, limit) -> targets.mdmIds(supplier, distributor, text, offset, limit, actor).stream()
                .map(UUID::toString).toList());
        agent.offer((text, offset, limit) -> targets.agents(supplier, distributor, text, offset, limit, actor));
        prepare(device, "device", typed -> MdmId.read(typed).map(UUID::toString).orElse(CleanText.line(typed)));
        prepare(agent, "agent", CleanText::line);
        nobody.addValueChangeListener(change -> {
            agent.setEnabled(!change.getValue());
            show();
        });
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setHelperText(text("connections.move.reason.help"));
        changed.addClassName("warning");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        verdicts.setVisible(false);
        dialog.content(new Paragraph(text("connections.move.text")), device, agent, nobody, reason, verdicts, changed);
        dialog.setWidth("32rem");
    }

    /** @param selected how many licenses: what takes long does not keep the page waiting */
    public MoveDialog of(int selected) {
        isLong = OrderSize.isLong(selected, 1);
        return this;
    }

    /** @param why proposed */
    MoveDialog because(String why) {
        reason.setValue(why);
        return this;
    }

    public void open() {
        dialog.open();
    }

    private void prepare(SearchPicker<String> picker, String name, UnaryOperator<String> clean) {
        picker.setHelperText(text("connections.move." + name + ".help"));
        picker.setErrorMessage(text("connections.move." + name + ".malformed"));
        picker.setAllowCustomValue(true);
        picker.setClearButtonVisible(true);
        picker.setWidthFull();
        picker.addCustomValueSetListener(typed -> take(picker, clean.apply(typed.getDetail())));
        picker.addValueChangeListener(change -> show());
    }

    /** Blanks say nothing: an empty agent would be nobody. */
    private static void take(SearchPicker<String> picker, String typed) {
        if (typed.isEmpty()) {
            picker.clear();
        } else {
            picker.setValue(typed);
        }
    }

    /** Nothing is told while it is not said where to. */
    private void show() {
        changed.setVisible(false);
        OrderRequest request = request();
        if (request == null) {
            dialog.ask(false, () -> new Look(Map.of(), null), this::show);
            return;
        }
        verdicts.setVisible(false);
        verdicts.offer(VerdictList.Rows.of(List.of(request.because(null)), actor));
        dialog.ask(isLong, () -> look(request), this::show);
    }

    /** What the order would do, or why nothing can be moved there. */
    private record Look(Map<Verdict, Integer> verdicts, @Nullable RefusedException refusal) {
    }

    private Look look(OrderRequest request) {
        try {
            return new Look(orders.dryRun(request.because(null), actor), null);
        } catch (RefusedException refusal) {
            return new Look(Map.of(), refusal);
        }
    }

    private void show(Look look) {
        RefusedException refusal = look.refusal();
        if (refusal != null && refusal.messageKey().startsWith("licenses.device.")) {
            device.setErrorMessage(Notices.words(refusal));
            device.setInvalid(true);
        } else if (refusal != null) {
            Notices.refused(refusal);
        }
        shown = look.verdicts();
        verdicts.setVisible(!shown.isEmpty());
        verdicts.show(OrderKind.MOVE, shown);
    }

    /** Null while a field holds what cannot be, or none says where to. */
    private @Nullable OrderRequest request() {
        UUID mdmId = mdmId();
        String who = nobody.getValue() ? "" : agent.getValue();
        device.setErrorMessage(text("connections.move.device.malformed"));
        device.setInvalid(mdmId == null && device.getValue() != null);
        agent.setInvalid(who != null && who.length() > MAX_AGENT);
        if (device.isInvalid() || agent.isInvalid() || mdmId == null && who == null) {
            return null;
        }
        return new OrderRequest(OrderKind.MOVE, supplier, distributor, licenses, new MoveTarget(mdmId, who),
                CleanText.line(reason.getValue()));
    }

    private @Nullable UUID mdmId() {
        return device.getValue() == null ? null : MdmId.read(device.getValue()).orElse(null);
    }

    /** What the person has read must still be so: others may have changed licenses since. */
    private boolean place() {
        if (!LengthLimit.isKept(reason, MAX_REASON)) {
            return false;
        }
        Map<Verdict, Integer> read = shown;
        OrderRequest request = request();
        reason.setErrorMessage(text("connections.move.reason.missing"));
        reason.setInvalid(reason.getValue().isBlank());
        if (request == null) {
            if (!device.isInvalid() && !agent.isInvalid()) {
                Notices.error(text("connections.move.noTarget"));
            }
            return false;
        }
        return !reason.isInvalid() && dialog.take(isLong, () -> attempt(request, read), this::told);
    }

    /** @param instead what is so by now, if that is not what the person has read */
    private record Attempt(@Nullable Look instead, @Nullable ConnectionOrderInfo placed) {
    }

    private Attempt attempt(OrderRequest request, Map<Verdict, Integer> read) {
        Look now = look(request);
        if (now.refusal() != null || !now.verdicts().equals(read)) {
            return new Attempt(now, null);
        }
        return new Attempt(null, orders.place(request, actor));
    }

    private boolean told(Attempt attempt) {
        if (attempt.placed() != null) {
            placed.accept(attempt.placed());
            return true;
        }
        if (attempt.instead() != null) {
            changed.setVisible(attempt.instead().refusal() == null);
            show(attempt.instead());
        }
        return false;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
