package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchPicker;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.RejectedLicenses;
import com.texchange.licenses.SheetRow;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import com.texchange.tables.ui.TableForm;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sales department gives a distributor its licenses: paste or upload a table, check it, load it. */
@Route(Routes.LOAD_LICENSES)
@Menu(title = "licenses.load.title", order = 50, icon = "vaadin:upload-alt")
@RolesAllowed("SALES")
class LoadLicensesView extends VerticalLayout implements HasDynamicTitle {

    private final LicenseLoading loading;
    private final Actor actor;
    private final SearchPicker<CompanyInfo> distributor =
            new SearchPicker<>(getTranslation("licenses.load.distributor"));
    private final TableForm<LicenseColumn> form;
    private final Button load = new Button();
    private final SheetPreview preview;
    private @Nullable MappedTable<LicenseColumn> table;

    LoadLicensesView(LicenseLoading loading, RejectedLicenses rejected, CurrentActor currentActor) {
        this.loading = loading;
        this.actor = currentActor.get();
        this.preview = new SheetPreview(rejected);
        describeDistributor();
        load.setText(getTranslation("licenses.load.load"));
        load.addThemeVariants(ButtonVariant.PRIMARY);
        load.addClickListener(click -> load());
        form = new TableForm<>(LicenseColumn.class, this::check);
        add(new PageHeader(getTranslation("licenses.load.title")), new Paragraph(getTranslation("licenses.load.hint")),
                distributor, form, preview, load, new FindLicense(loading, actor));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("licenses.load.title");
    }

    private void describeDistributor() {
        distributor.setPlaceholder(getTranslation("licenses.load.distributorHint"));
        distributor.setErrorMessage(getTranslation("licenses.load.distributorMissing"));
        distributor.setRequiredIndicatorVisible(true);
        distributor.setWidthFull();
        distributor.setMaxWidth("40rem");
        distributor.setItemLabelGenerator(company -> company.taxId() == null ? company.name()
                : getTranslation("licenses.load.distributorLabel", company.name(), company.taxId().value()));
        distributor.offer((words, offset, limit) -> loading.distributors(words, offset, limit, actor));
        distributor.addValueChangeListener(change -> distributor.setInvalid(change.getValue() == null));
    }

    private void check(@Nullable MappedTable<LicenseColumn> recognized) {
        table = recognized;
        load.setVisible(recognized != null);
        preview.clear();
        if (recognized == null) {
            return;
        }
        try {
            List<SheetRow> rows = loading.check(recognized, actor);
            preview.show(rows);
            load.setEnabled(rows.stream().anyMatch(row -> row.verdict() == SheetRow.Verdict.VALID));
        } catch (RefusedException refusal) {
            load.setEnabled(false);
            Notices.refused(refusal);
        }
    }

    private void load() {
        CompanyInfo chosen = distributor.getValue();
        if (chosen == null || table == null) {
            distributor.setInvalid(true);
            distributor.focus();
            return;
        }
        try {
            int loaded = loading.load(chosen.id(), table, actor);
            form.reset();
            Notices.success(getTranslation("licenses.load.done", loaded, chosen.name()));
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }
}
