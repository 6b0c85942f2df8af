package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SearchPicker;
import com.texchange.common.ui.TypedForm;
import com.texchange.partners.OwnZones;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneId;

/** «Моё время» in the own profile: by which clock somebody reads pages. */
public final class OwnZoneCard extends Composite<Div> {

    public OwnZoneCard(OwnZones own, TimeZones zones, Actor actor) {
        Instant now = Instant.now();
        String usual = ZoneNames.label(zones.of(actor.companyId()), getLocale(), now);
        SearchPicker<ZoneId> zone = ZoneNames.picker(zones, getLocale(), now);
        zone.setPlaceholder(getTranslation(actor.companyId() == null ? "partners.zone.operators" : "partners.zone.companys", usual));
        own.chosenBy(actor).ifPresent(zone::setValue);
        Paragraph hint = new Paragraph(getTranslation(actor.companyId() == null ? "partners.zone.own.hintToOperator" : "partners.zone.own.hint", usual));
        hint.addClassName("hint");
        Div fields = new Div(zone);
        TypedForm typed = new TypedForm(fields, zone);
        fields.add(new Button(getTranslation("partners.zone.own.save"), click -> {
            own.choose(zone.getValue(), actor);
            typed.settled();
            Notices.success(getTranslation("partners.zone.saved"));
            // The page's times, too.
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
        }));
        fields.addClassName("profile-fields");
        getContent().add(new H2(getTranslation("partners.zone.own.title")), hint, fields);
        getContent().addClassName("card");
        getContent().setWidthFull();
    }
}
