package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data of the person's own company, as its partners see it. */
@Route(Routes.COMPANY)
@Menu(title = "partners.company.title", order = 70, icon = "vaadin:building")
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR"})
class CompanyView extends VerticalLayout implements HasDynamicTitle {

    private final transient TimeZones zones;
    private final transient Actor actor;
    private final Div clock = new Div();

    CompanyView(Companies companies, TimeZones zones, CurrentActor currentActor) {
        this.zones = zones;
        this.actor = currentActor.get();
        CompanyInfo company = companies.get(Objects.requireNonNull(actor.companyId()));
        add(new PageHeader(company.name()), card(company), clock());
        showZone();
    }

    private Div clock() {
        Paragraph hint = new Paragraph(getTranslation("partners.zone.hint"));
        hint.addClassName("hint");
        Button change = new Button(getTranslation("partners.zone.change"),
                click -> new ZoneDialog(zones, actor, getLocale(), this::saved, this::useZone).open());
        change.setVisible(actor.administers());
        Div card = new Div(clock, hint, change);
        card.addClassName("card");
        card.setWidthFull();
        return card;
    }

    private void useZone() {
        getUI().ifPresent(ui -> DateTimes.use(ui, zones.of(actor.companyId())));
        showZone();
    }

    private void saved() {
        useZone();
        Notices.success(getTranslation("partners.zone.saved"));
    }

    private void showZone() {
        ZoneId zone = zones.of(actor.companyId());
        String label = ZoneNames.label(zone, getLocale(), Instant.now());
        clock.removeAll();
        clock.add(new DescriptionList().add(getTranslation("partners.zone.label"), zones.chosenBy(actor.companyId()).isPresent()
                ? label : getTranslation("partners.zone.operators", label)));
    }

    private Div card(CompanyInfo company) {
        Paragraph hint = new Paragraph(getTranslation("partners.company.hint"));
        hint.addClassName("hint");
        Div card = new Div(details(company), hint);
        card.addClassName("card");
        card.setWidthFull();
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("partners.company.title");
    }

    private DescriptionList details(CompanyInfo company) {
        return new DescriptionList()
                .add(getTranslation("partners.company.name"), company.name())
                .add(getTranslation("partners.company.taxId"), textOf(company.taxId()))
                .add(getTranslation("partners.company.city"), company.city())
                .add(getTranslation("partners.company.contactName"), company.contactName())
                .add(getTranslation("partners.company.contactPhone"), company.contactPhone())
                .add(getTranslation("partners.company.contactEmail"), textOf(company.contactEmail()))
                .add(getTranslation("partners.company.roles"), getTranslation(rolesKey(company)));
    }

    private static String textOf(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }

    private static String rolesKey(CompanyInfo company) {
        if (company.supplier() && company.distributor()) {
            return "partners.company.both";
        }
        return company.supplier() ? "partners.company.supplier" : "partners.company.distributor";
    }
}
