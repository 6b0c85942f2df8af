package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyChange;
import com.texchange.partners.CompanyContacts;
import com.texchange.partners.CompanyData;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.OwnZones;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The data of the person's own company, as its partners see it. */
@Route(Routes.COMPANY)
@Menu(title = "partners.company.title", order = 70, icon = "vaadin:building")
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR"})
class CompanyView extends VerticalLayout implements HasDynamicTitle {

    private final transient Companies companies;
    private final transient CompanyData data;
    private final transient TimeZones zones;
    private final transient OwnZones own;
    private final transient Actor actor;
    private final Div card = new Div();
    private final Div history = new Div();
    private final Div clock = new Div();

    CompanyView(Companies companies, CompanyData data, TimeZones zones, OwnZones own, CurrentActor currentActor) {
        this.companies = companies;
        this.data = data;
        this.zones = zones;
        this.own = own;
        this.actor = currentActor.get();
        for (Div part : List.of(card, history)) {
            part.addClassName("card");
            part.setWidthFull();
        }
        addClassName("card-columns");
        add(new PageHeader(company().name()), card, clock(), history);
        showZone();
        showData();
    }

    private CompanyInfo company() {
        return companies.get(Objects.requireNonNull(actor.companyId()));
    }

    private void showData() {
        CompanyInfo company = company();
        Paragraph hint = new Paragraph(getTranslation("partners.company.hint"));
        hint.addClassName("hint");
        Button change = new Button(getTranslation("partners.contacts.change"),
                click -> new ContactsDialog(data, CompanyContacts.of(company), actor, this::showData).open());
        change.setVisible(actor.administers());
        card.removeAll();
        card.add(details(company), hint, change);
        history.removeAll();
        List<CompanyChange> changes = data.history(company.id(), actor);
        history.setVisible(!changes.isEmpty());
        history.add(new H2(getTranslation("partners.history")), new ChangeList(changes));
    }

    private Div clock() {
        Paragraph hint = new Paragraph(getTranslation("partners.zone.hint"));
        hint.addClassName("hint");
        Button change = new Button(getTranslation("partners.zone.change"),
                click -> new ZoneDialog(zones, actor, getLocale(), this::saved, this::useZone).open());
        change.setVisible(actor.administers());
        Div part = new Div(new H2(getTranslation("partners.zone.title")), clock, hint, change);
        part.addClassName("card");
        part.setWidthFull();
        return part;
    }

    private void useZone() {
        getUI().ifPresent(ui -> DateTimes.use(ui, own.of(actor)));
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
        clock.add(new Paragraph(zones.chosenBy(actor.companyId()).isPresent() ? label : getTranslation("partners.zone.operators", label)));
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
