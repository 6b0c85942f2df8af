package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LoadId;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchPicker;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.WhyNot;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.RejectedLicenses;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableLimits;
import com.texchange.tables.ui.TableForm;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/**
 * The sales department gives a distributor its licenses: paste or upload a table, check it, load it. A long table is checked on
 * the page of its load.
 */
@Route(Routes.LOAD_LICENSES)
@Menu(title = "licenses.load.title", order = 50, icon = "vaadin:upload-alt")
@RolesAllowed("SALES")
class LoadLicensesView extends VerticalLayout implements HasDynamicTitle {

    private final LicenseLoading loading;
    private final Actor actor;
    private final SearchPicker<CompanyInfo> distributor;
    private final TableForm<LicenseColumn> form;
    private final Button checkLong = new Button();
    private final Button load = new Button();
    private final SheetPreview preview;
    private @Nullable MappedTable<LicenseColumn> table;
    private @Nullable LoadId checked;

    LoadLicensesView(LicenseLoading loading, RejectedLicenses rejected, CurrentActor currentActor) {
        this.loading = loading;
        this.actor = currentActor.get();
        this.preview = new SheetPreview(loading, rejected, actor);
        distributor = DistributorPicker.of(getTranslation("licenses.load.distributor"), loading, actor);
        distributor.addValueChangeListener(change -> show());
        load.setText(getTranslation("licenses.load.load"));
        load.addThemeVariants(ButtonVariant.PRIMARY);
        load.addClickListener(click -> load());
        checkLong.addThemeVariants(ButtonVariant.PRIMARY);
        SingleStep.on(checkLong, this::checkLong);
        form = new TableForm<>(LicenseColumn.class, TableLimits.LARGE, this::check);
        add(new PageHeader(getTranslation("licenses.load.title")), new Paragraph(getTranslation("licenses.load.hint")),
                distributor, form, checkLong, preview, load, new LatestLoads(loading.latest(actor)), new FindLicense(loading, actor));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("licenses.load.title");
    }

    private void check(@Nullable MappedTable<LicenseColumn> recognized) {
        forget();
        table = recognized;
        boolean isLong = recognized != null && recognized.isLong();
        load.setVisible(recognized != null && !isLong);
        WhyNot.tell(load, getTranslation("licenses.load.whyNot"));
        checkLong.setVisible(isLong);
        preview.clear();
        if (recognized == null) {
            return;
        }
        if (recognized.isLong()) {
            checkLong.setEnabled(true);
            checkLong.setText(getTranslation("licenses.load.check", recognized.size()));
            return;
        }
        try {
            checked = loading.check(recognized, actor);
            show();
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void checkLong() {
        if (table != null) {
            CompanyInfo chosen = distributor.getValue();
            try {
                leaveFor(loading.checkAside(table, chosen == null ? null : chosen.id(), actor));
            } catch (RefusedException refusal) {
                Notices.refused(refusal);
                checkLong.setEnabled(true);
            }
        }
    }

    private void show() {
        LoadId shown = checked;
        if (shown == null) {
            return;
        }
        try {
            if (distributor.getValue() != null) {
                loading.choose(shown, distributor.getValue().id(), actor);
            }
            loading.find(shown, actor).ifPresent(found -> WhyNot.tell(load, preview.show(found).valid() > 0 ? null : getTranslation("licenses.load.whyNot")));
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void load() {
        CompanyInfo chosen = distributor.getValue();
        LoadId started = checked;
        if (chosen == null || started == null) {
            distributor.setInvalid(true);
            distributor.focus();
            return;
        }
        try {
            loading.start(started, chosen.id(), actor);
            leaveFor(started);
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void leaveFor(LoadId id) {
        checked = null;
        form.reset();
        getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LOAD_LICENSES, id)));
    }

    /** Of what was looked at and will not be loaded nothing is kept. */
    private void forget() {
        if (checked != null) {
            loading.discard(checked, actor);
            checked = null;
        }
    }
}
