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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for the supplier that the selected licenses shall be connected to. */
final class ConfirmLicensesDialog {

    private final SearchPicker<SupplierGroup> recipient;
    private final CountsPanel counts = new CountsPanel();
    private final VerdictList verdicts = new VerdictList();
    private final Paragraph changed = new Paragraph();
    private final Function<CompanyId, ServiceCounts> countsFor;
    private final Function<CompanyId, Map<Verdict, Integer>> dryRun;
    private final Consumer<SupplierGroup> onConfirm;
    private final FormDialog dialog;
    private ServiceCounts shown = ServiceCounts.NONE;

    /**
     * @param preselected the recipient that suggests itself, or null
     * @param countsFor   how the selected licenses stand with a recipient
     * @param dryRun      what the order would do there
     */
    ConfirmLicensesDialog(List<SupplierGroup> suppliers, @Nullable SupplierGroup preselected,
            Function<CompanyId, ServiceCounts> countsFor, Function<CompanyId, Map<Verdict, Integer>> dryRun,
            Consumer<SupplierGroup> onConfirm) {
        this.countsFor = countsFor;
        this.dryRun = dryRun;
        this.onConfirm = onConfirm;
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
            show(chosen);
        });
        changed.setText(text("connections.confirm.changed"));
        changed.addClassName("warning");
        changed.getElement().setAttribute("role", "alert");
        changed.setVisible(false);
        show(preselected);
        if (preselected != null) {
            recipient.setValue(preselected);
        }
        VerticalLayout content = new VerticalLayout(recipient, counts, verdicts, changed);
        content.setPadding(false);
        dialog = new FormDialog(text("connections.confirm.title"), text("connections.confirm.confirm"), this::confirm)
                .content(content);
        dialog.setWidth("28rem");
    }

    void open() {
        dialog.open();
    }

    private void show(@Nullable SupplierGroup chosen) {
        shown = chosen == null ? ServiceCounts.NONE : countsFor.apply(chosen.supplierId());
        counts.show(shown);
        verdicts.setVisible(chosen != null);
        if (chosen != null) {
            verdicts.show(OrderKind.CONNECT, dryRun.apply(chosen.supplierId()));
        }
    }

    /** What the person has read must still be so: others may have changed licenses since. */
    private boolean confirm() {
        SupplierGroup chosen = recipient.getValue();
        if (chosen == null) {
            recipient.setInvalid(true);
            recipient.focus();
            return false;
        }
        if (!countsFor.apply(chosen.supplierId()).equals(shown)) {
            show(chosen);
            changed.setVisible(true);
            return false;
        }
        onConfirm.accept(chosen);
        return true;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
