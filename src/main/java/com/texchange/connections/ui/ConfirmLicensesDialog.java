package com.texchange.connections.ui;

import com.texchange.common.CompanyId;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.SearchPicker;
import com.texchange.connections.OrderKind;
import com.texchange.connections.ServiceCounts;
import com.texchange.connections.SupplierGroup;
import com.texchange.connections.Verdict;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for the supplier that the selected licenses shall be connected to. */
final class ConfirmLicensesDialog {

    private final SearchPicker<SupplierGroup> recipient;
    private final CountsPanel counts = new CountsPanel();
    private final VerdictList verdicts = new VerdictList();
    private final Paragraph changed = new Paragraph();
    private final Function<CompanyId, ServiceCounts> countsFor;
    private final Function<CompanyId, Map<Verdict, Integer>> dryRun;
    private final Function<CompanyId, VerdictList.Rows> rows;
    private final Function<SupplierGroup, Runnable> placing;
    private final boolean isLong;
    private final FormDialog dialog;
    private Stand shown = Stand.NONE;

    /**
     * @param preselected the recipient that suggests itself, or null
     * @param countsFor   how the selected licenses stand with a recipient
     * @param dryRun      what the order would do there, and
     * @param rows        license by license
     * @param placing     places the order; what it returns is done at the page then
     * @param isLong      whether that keeps nobody waiting
     */
    ConfirmLicensesDialog(List<SupplierGroup> suppliers, @Nullable SupplierGroup preselected,
            Function<CompanyId, ServiceCounts> countsFor, Function<CompanyId, Map<Verdict, Integer>> dryRun,
            Function<CompanyId, VerdictList.Rows> rows, Function<SupplierGroup, Runnable> placing, boolean isLong) {
        this.countsFor = countsFor;
        this.dryRun = dryRun;
        this.rows = rows;
        this.placing = placing;
        this.isLong = isLong;
        recipient = new SearchPicker<>(text("connections.confirm.recipient"));
        recipient.setItemLabelGenerator(SupplierGroup::supplierName);
        recipient.offer(suppliers);
        recipient.setWidthFull();
        recipient.setRequiredIndicatorVisible(true);
        recipient.setErrorMessage(text("connections.confirm.recipientMissing"));
        recipient.addValueChangeListener(change -> {
            SupplierGroup chosen = change.getValue();
            recipient.setInvalid(chosen == null);
            changed.setVisible(false);
            ask(chosen);
        });
        changed.setText(text("connections.confirm.changed"));
        changed.addClassName("warning");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        verdicts.setVisible(false);
        VerticalLayout content = new VerticalLayout(recipient, counts, verdicts, changed);
        content.setPadding(false);
        dialog = new FormDialog(text("connections.confirm.title"), text("connections.confirm.confirm"), this::confirm)
                .content(content);
        dialog.setWidth("28rem");
        if (preselected != null) {
            recipient.setValue(preselected);
        }
    }

    void open() {
        dialog.open();
    }

    /** How the licenses stand with a recipient, and what would become of them. */
    private record Stand(ServiceCounts counts, Map<Verdict, Integer> verdicts) {

        static final Stand NONE = new Stand(ServiceCounts.NONE, Map.of());
    }

    private Stand stand(CompanyId supplier) {
        return new Stand(countsFor.apply(supplier), dryRun.apply(supplier));
    }

    private void ask(@Nullable SupplierGroup chosen) {
        show(Stand.NONE);
        if (chosen == null) {
            dialog.ask(false, () -> Stand.NONE, this::show);
        } else {
            verdicts.offer(rows.apply(chosen.supplierId()));
            dialog.ask(isLong, () -> stand(chosen.supplierId()), this::show);
        }
    }

    private void show(Stand stand) {
        shown = stand;
        counts.show(stand.counts());
        verdicts.setVisible(!stand.equals(Stand.NONE));
        verdicts.show(OrderKind.CONNECT, stand.verdicts());
    }

    private boolean confirm() {
        SupplierGroup chosen = recipient.getValue();
        if (chosen == null) {
            recipient.setInvalid(true);
            recipient.focus();
            return false;
        }
        Stand read = shown;
        return dialog.take(isLong, () -> attempt(chosen, read), Supplier::get);
    }

    /** What the person has read must still be so: others may have changed licenses since. @return done at the page; whether that was it */
    private Supplier<Boolean> attempt(SupplierGroup chosen, Stand read) {
        Stand now = stand(chosen.supplierId());
        if (!now.equals(read)) {
            return () -> {
                show(now);
                changed.setVisible(true);
                return false;
            };
        }
        Runnable told = placing.apply(chosen);
        return () -> {
            told.run();
            return true;
        };
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
