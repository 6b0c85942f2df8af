package com.texchange.licenselists.ui;

import com.texchange.common.CompanyId;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.SearchPicker;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the sales department for which supplier the selected licenses of several distributors shall be connected or disconnected. */
final class SupplierDialog {

    private final SearchPicker<CompanyInfo> supplier = new SearchPicker<>(text("connections.orders.column.supplier"));
    private final Paragraph partners = new Paragraph();
    private final Function<CompanyId, List<OrderRequest>> requests;
    private final Consumer<List<OrderRequest>> next;
    private final FormDialog dialog;

    /**
     * @param distributors of the selected licenses, their number
     * @param offered      partners of any of them
     * @param requests     what orders for a supplier would be about
     * @param next         goes on with these
     */
    SupplierDialog(OrderKind kind, int distributors, SearchPicker.Source<CompanyInfo> offered,
            Function<CompanyId, List<OrderRequest>> requests, Consumer<List<OrderRequest>> next) {
        this.requests = requests;
        this.next = next;
        supplier.setItemLabelGenerator(CompanyInfo::name);
        supplier.offer(offered);
        supplier.setWidthFull();
        supplier.setRequiredIndicatorVisible(true);
        supplier.setErrorMessage(text("connections.all.supplierMissing"));
        supplier.addValueChangeListener(change -> {
            supplier.setInvalid(change.getValue() == null);
            partners.setText(change.getValue() == null ? "" : text("connections.all.partners",
                    requests.apply(change.getValue().id()).size(), distributors));
        });
        partners.getElement().setAttribute("role", "status");
        dialog = new FormDialog(text("connections.order.ask." + kind), text("connections.all.next"), this::goOn)
                .content(supplier, partners);
        dialog.setWidth("28rem");
    }

    void open() {
        dialog.open();
    }

    private boolean goOn() {
        CompanyInfo chosen = supplier.getValue();
        if (chosen == null) {
            supplier.setInvalid(true);
            supplier.focus();
            return false;
        }
        List<OrderRequest> asked = requests.apply(chosen.id());
        dialog.close();
        next.accept(asked);
        return true;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
