package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.TableUpload;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.SheetRow;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The sales department gives a distributor its licenses: paste or upload a table, check it, load it. */
@Route(Routes.LOAD_LICENSES)
@Menu(title = "licenses.load.title", order = 50, icon = "vaadin:upload-alt")
@RolesAllowed("SALES")
class LoadLicensesView extends VerticalLayout implements HasDynamicTitle {

    /** 10,000 rows with long names fit. */
    private static final int MAX_CHARACTERS = 4_000_000;
    private final LicenseLoading loading;
    private final Actor actor;
    private final ComboBox<CompanyInfo> distributor = new ComboBox<>();
    private final TextArea table = new TextArea();
    private final Button load = new Button();
    private final SheetPreview preview = new SheetPreview();

    LoadLicensesView(LicenseLoading loading, CurrentActor currentActor) {
        this.loading = loading;
        this.actor = currentActor.get();
        describeFields();
        Button check = new Button(getTranslation("licenses.load.check"), click -> check());
        load.setText(getTranslation("licenses.load.load"));
        load.addThemeVariants(ButtonVariant.PRIMARY);
        load.setEnabled(false);
        load.addClickListener(click -> load());
        add(new PageHeader(getTranslation("licenses.load.title")), new Paragraph(getTranslation("licenses.load.hint")),
                distributor, table, new TableUpload(this::take), new HorizontalLayout(check, load), preview);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("licenses.load.title");
    }

    private void describeFields() {
        distributor.setLabel(getTranslation("licenses.load.distributor"));
        distributor.setPlaceholder(getTranslation("licenses.load.distributorHint"));
        distributor.setErrorMessage(getTranslation("licenses.load.distributorMissing"));
        distributor.setRequiredIndicatorVisible(true);
        distributor.setWidthFull();
        distributor.setMaxWidth("40rem");
        distributor.setItemLabelGenerator(company -> company.taxId() == null ? company.name()
                : getTranslation("licenses.load.distributorLabel", company.name(), company.taxId().value()));
        distributor.setItemsWithFilterConverter(query -> loading.distributors(query.getFilter().orElse(""),
                query.getOffset(), query.getLimit(), actor).stream(), text -> text);
        distributor.addValueChangeListener(change -> distributor.setInvalid(change.getValue() == null));
        table.setLabel(getTranslation("licenses.load.table"));
        table.setHelperText(getTranslation("licenses.load.tableHint"));
        table.setMaxLength(MAX_CHARACTERS);
        table.setWidthFull();
        table.setMinRows(5);
        table.setMaxRows(12);
        table.addValueChangeListener(change -> forget());
    }

    private void take(String text) {
        table.setValue(text);
        check();
    }

    private void check() {
        try {
            List<SheetRow> rows = loading.check(table.getValue(), actor);
            preview.show(rows);
            load.setEnabled(rows.stream().anyMatch(row -> row.verdict() == SheetRow.Verdict.VALID));
        } catch (RefusedException refusal) {
            forget();
            Notices.refused(refusal);
        }
    }

    private void load() {
        CompanyInfo chosen = distributor.getValue();
        if (chosen == null) {
            distributor.setInvalid(true);
            distributor.focus();
            return;
        }
        try {
            int loaded = loading.load(chosen.id(), table.getValue(), actor);
            table.clear();
            Notices.success(getTranslation("licenses.load.done", loaded, chosen.name()));
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void forget() {
        load.setEnabled(false);
        preview.clear();
    }
}
