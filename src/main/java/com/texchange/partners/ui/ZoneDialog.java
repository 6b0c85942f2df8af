package com.texchange.partners.ui;

import com.texchange.common.Actor;
import com.texchange.common.OutdatedException;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SearchPicker;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Chooses by whose clock the company reads times; without a choice by the operator's. */
class ZoneDialog {

    private final FormDialog dialog;

    /** @param reread runs when a colleague has chosen meanwhile: the window closes, and the page shall show that */
    ZoneDialog(TimeZones zones, Actor actor, Locale locale, Runnable saved, Runnable reread) {
        Instant now = Instant.now();
        SearchPicker<ZoneId> zone = ZoneNames.picker(zones, locale, now);
        zone.setPlaceholder(I18NProvider.translate("partners.zone.operators", ZoneNames.label(zones.operator(), locale, now)));
        Optional<ZoneId> seen = zones.chosenBy(actor.companyId());
        seen.ifPresent(zone::setValue);
        dialog = new FormDialog(I18NProvider.translate("partners.zone.title"), I18NProvider.translate("partners.zone.save"), () -> {
            try {
                zones.change(seen.orElse(null), zone.getValue(), actor);
                saved.run();
            } catch (OutdatedException outdated) {
                Notices.refused(outdated);
                reread.run();
            }
            return true;
        }).content(zone, new Paragraph(I18NProvider.translate("partners.zone.hint")));
        dialog.setWidth("30rem");
    }

    void open() {
        dialog.open();
    }
}
