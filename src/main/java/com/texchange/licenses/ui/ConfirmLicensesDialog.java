package com.texchange.licenses.ui;

import com.texchange.common.CompanyId;
import com.texchange.licenses.ServiceCounts;
import com.texchange.licenses.SupplierGroup;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for the supplier that the selected licenses shall be connected to. */
final class ConfirmLicensesDialog extends Dialog {

    private final ComboBox<SupplierGroup> recipient;
    private final CountsPanel counts = new CountsPanel();
    private final Consumer<SupplierGroup> onConfirm;

    /**
     * @param preselected the recipient that suggests itself, or null
     * @param countsFor   how the selected licenses stand with a recipient
     */
    ConfirmLicensesDialog(List<SupplierGroup> suppliers, @Nullable SupplierGroup preselected,
            Function<CompanyId, ServiceCounts> countsFor, Consumer<SupplierGroup> onConfirm) {
        this.onConfirm = onConfirm;
        setHeaderTitle(getTranslation("licenses.confirm.title"));
        setWidth("28rem");
        recipient = new ComboBox<>(getTranslation("licenses.confirm.recipient"));
        recipient.setItems(suppliers);
        recipient.setItemLabelGenerator(SupplierGroup::supplierName);
        recipient.setWidthFull();
        recipient.setRequiredIndicatorVisible(true);
        recipient.setErrorMessage(getTranslation("licenses.confirm.recipientMissing"));
        recipient.addValueChangeListener(change -> {
            SupplierGroup chosen = change.getValue();
            recipient.setInvalid(chosen == null);
            counts.show(chosen == null ? ServiceCounts.NONE : countsFor.apply(chosen.supplierId()));
        });
        if (preselected != null) {
            recipient.setValue(preselected);
        }
        VerticalLayout content = new VerticalLayout(recipient, counts);
        content.setPadding(false);
        add(content);
        addButtons();
    }

    private void addButtons() {
        Button confirm = new Button(getTranslation("licenses.confirm.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(confirm, new Button(getTranslation("licenses.confirm.cancel"), click -> close()));
    }

    private void confirm() {
        SupplierGroup chosen = recipient.getValue();
        if (chosen == null) {
            recipient.setInvalid(true);
            recipient.focus();
            return;
        }
        close();
        onConfirm.accept(chosen);
    }
}
