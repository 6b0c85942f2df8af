package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.Moments;
import com.texchange.common.ui.FormDialog;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;

/** Chooses by whose clock the company reads times; without a choice by the operator's. */
class ZoneDialog {

    private final FormDialog dialog;

    ZoneDialog(TimeZones zones, Actor actor, Locale locale, Runnable chosen) {
        Instant now = Instant.now();
        ComboBox<ZoneId> zone = new ComboBox<>(I18NProvider.translate("partners.zone.label"));
        zone.setItemLabelGenerator(item -> label(item, locale, now));
        zone.setItems(zones.choices().stream().sorted(Comparator
                .comparing((ZoneId item) -> item.getRules().getOffset(now)).reversed()
                .thenComparing(item -> label(item, locale, now))).toList());
        zone.setPlaceholder(I18NProvider.translate("partners.zone.operators", label(zones.operator(), locale, now)));
        zone.setClearButtonVisible(true);
        zone.setWidthFull();
        zones.chosenBy(actor.companyId()).ifPresent(zone::setValue);
        dialog = new FormDialog(I18NProvider.translate("partners.zone.title"), I18NProvider.translate("partners.zone.save"), () -> {
            zones.choose(zone.getValue(), actor);
            chosen.run();
            return true;
        }).content(zone, new Paragraph(I18NProvider.translate("partners.zone.hint")));
        dialog.setWidth("30rem");
    }

    void open() {
        dialog.open();
    }

    /** By what people call it, how far it is from UTC, and its name in the database, which has the nearest city. */
    static String label(ZoneId zone, Locale locale, Instant now) {
        return new Moments(locale, zone).zoneName(now) + " (" + zone.getId().replace('_', ' ') + ")";
    }
}
