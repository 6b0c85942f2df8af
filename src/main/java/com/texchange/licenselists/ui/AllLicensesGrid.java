package com.texchange.licenselists.ui;

import com.texchange.common.Actor;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.ui.LicenseLink;
import com.texchange.licenselists.AllLicense;
import com.texchange.licenselists.AllLicenses;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.domain.Sort;

/** All licenses, with their distributors and owners. */
final class AllLicensesGrid extends LicenseGrid<AllLicense> {

    /** Of its settings; of columns that it does not show unless somebody wants them. */
    static final String LIST = "all-licenses";
    static final Set<String> HIDDEN = Set.of("activationCode", "configVersion", "mdmId");
    private static final String STATUS = """
            ${item.blocked ? html`<span class="badge" theme="badge error">${item.blocked}</span>` : ''}""";
    private static final String COMPOSED_CELL = """
            <div class="composed-cell"><span class="composed-title"><a href="${item.link}">${item.number}</a></span><span>${item.distributor}</span>\
            <span>${item.user}</span><span>${item.suppliers}</span>%s</div>""".formatted(STATUS);

    AllLicensesGrid(AllLicenses licenses, Actor actor, Set<String> hidden) {
        super(new Pages<>() {
            @Override
            public List<AllLicense> page(LicenseFilter filter, Sort sort, ListWindow window) {
                return licenses.page(filter, sort, window, actor);
            }

            @Override
            public int count(LicenseFilter filter) {
                return licenses.count(filter, actor);
            }
        }, AllLicense::licenseId);
        setAriaLabel(getTranslation("connections.all.title"));
        setEmptyStateText(getTranslation("connections.nothingFound"));
        addColumns();
        arrange(hidden);
        leadToPages();
    }

    private void addColumns() {
        addColumn(composed()).setKey(COMPOSED).setHeader(getTranslation("licenses.column.composed"));
        number(AllLicense::number);
        digits("activationCode", AllLicense::activationCode).setWidth("9.5rem");
        sorted("distributor", "connections.orders.column.distributor", AllLicense::distributor).setWidth("9rem").setFlexGrow(3);
        sorted("owner", "connections.passport.owner", AllLicense::owner).setWidth("9rem").setFlexGrow(3);
        sorted("user", AllLicense::userName).setWidth("7.5rem").setFlexGrow(2);
        sorted("configVersion", AllLicense::configVersion).setWidth("7.75rem");
        digits("mdmId", AllLicense::mdmId).setWidth("15.5rem");
        addColumn(AllLicense::suppliers).setKey("suppliers").setWidth("7.375rem").setFlexGrow(0).setSortProperty("suppliers")
                .setHeader(getTranslation("connections.all.suppliers")).setResizable(true);
        addColumn(LitRenderer.<AllLicense>of(STATUS).withProperty("blocked", this::blocked)).setKey("status").setWidth("8.5rem").setFlexGrow(0)
                .setHeader(getTranslation("licenses.column.status"));
    }

    private LitRenderer<AllLicense> composed() {
        return LitRenderer.<AllLicense>of(COMPOSED_CELL)
                .withProperty("number", whileNarrow(AllLicense::number))
                .withProperty("link", whileNarrow(row -> LicenseLink.to(row.licenseId())))
                .withProperty("distributor", whileNarrow(AllLicense::distributor))
                .withProperty("user", whileNarrow(row -> Objects.requireNonNullElse(row.userName(), "")))
                .withProperty("suppliers", whileNarrow(row -> getTranslation("connections.all.connected", row.suppliers())))
                .withProperty("blocked", whileNarrow(this::blocked));
    }

    private String blocked(AllLicense row) {
        return row.blocked() ? getTranslation("connections.devices.blocked") : "";
    }
}
