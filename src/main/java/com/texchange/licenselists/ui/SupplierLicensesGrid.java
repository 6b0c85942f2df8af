package com.texchange.licenselists.ui;

import com.texchange.common.Actor;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ui.LicenseLink;
import com.texchange.connections.ui.StatusBadges;
import com.texchange.connections.ui.StatusTone;
import com.texchange.licenselists.SupplierLicense;
import com.texchange.licenselists.SupplierLicenses;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.domain.Sort;

/** The licenses that a supplier sees, with their distributors. */
final class SupplierLicensesGrid extends LicenseGrid<SupplierLicense> {

    /** Of its settings; of columns that it does not show unless somebody wants them. */
    static final String LIST = "supplier-licenses";
    static final Set<String> HIDDEN = Set.of("activationCode", "configVersion");
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title"><a href="${item.link}">${item.number}</a></span><span>${item.distributor}</span>\
            <span>${item.user}</span>%s</div>""".formatted(StatusBadges.CELL);

    SupplierLicensesGrid(SupplierLicenses licenses, Actor actor, Set<String> hidden) {
        super(new Pages<>() {
            @Override
            public List<SupplierLicense> page(LicenseFilter filter, Sort sort, ListWindow window) {
                return licenses.page(filter, sort, window, actor);
            }

            @Override
            public int count(LicenseFilter filter) {
                return licenses.count(filter, actor);
            }
        }, SupplierLicense::licenseId);
        setAriaLabel(getTranslation("connections.supplier.title"));
        setEmptyStateText(getTranslation("connections.supplier.nothingFound"));
        addColumns();
        arrange(hidden);
    }

    private void addColumns() {
        addColumn(composed()).setKey(COMPOSED).setHeader(getTranslation("licenses.column.composed"));
        number(SupplierLicense::number).setWidth("10.375rem");
        digits("activationCode", SupplierLicense::activationCode).setWidth("9.5rem");
        sorted("distributor", "connections.orders.column.distributor", this::distributor).setWidth("7.875rem").setFlexGrow(2);
        sorted("code", "connections.supplier.code", SupplierLicense::code).setWidth("4rem");
        sorted("user", SupplierLicense::userName).setWidth("7.5rem").setFlexGrow(1);
        sorted("configVersion", SupplierLicense::configVersion).setWidth("7.75rem");
        digits("mdmId", SupplierLicense::mdmId).setWidth("15.5rem");
        addColumn(row -> getTranslation(management(row))).setKey("management").setWidth("5.875rem").setFlexGrow(1)
                .setHeader(getTranslation("connections.supplier.owner")).setResizable(true);
        addColumn(LitRenderer.<SupplierLicense>of(StatusBadges.CELL).withProperty("status", this::status)
                .withProperty("tone", SupplierLicensesGrid::tone).withProperty("blocked", this::blocked)).setKey("status").setWidth("8.5rem").setFlexGrow(1)
                .setHeader(getTranslation("licenses.column.status"));
    }

    private String distributor(SupplierLicense row) {
        return row.code() == null ? getTranslation("connections.supplier.notInNetwork", row.distributor()) : row.distributor();
    }

    /** Whose it is, and whether the supplier may change it. */
    private static String management(SupplierLicense row) {
        return row.own() ? "connections.supplier.own" : row.allowed() ? "connections.supplier.granted" : "connections.supplier.readOnly";
    }

    private LitRenderer<SupplierLicense> composed() {
        return LitRenderer.<SupplierLicense>of(COMPOSED_CELL)
                .withProperty("number", whileNarrow(SupplierLicense::number))
                .withProperty("link", whileNarrow(row -> LicenseLink.to(row.licenseId())))
                .withProperty("distributor", whileNarrow(row -> row.code() == null ? distributor(row) : row.distributor() + " · " + row.code()))
                .withProperty("user", whileNarrow(row -> Objects.requireNonNullElse(row.userName(), "")))
                .withProperty("status", whileNarrow(this::status)).withProperty("tone", whileNarrow(SupplierLicensesGrid::tone))
                .withProperty("blocked", whileNarrow(this::blocked));
    }

    private String status(SupplierLicense row) {
        return getTranslation("connections.status." + row.status());
    }

    private static String tone(SupplierLicense row) {
        return StatusTone.of(row.status()).theme();
    }

    private String blocked(SupplierLicense row) {
        return row.blocked() ? getTranslation("connections.devices.blocked") : "";
    }
}
