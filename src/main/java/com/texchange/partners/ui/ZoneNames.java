package com.texchange.partners.ui;

import com.texchange.common.Languages;
import com.texchange.common.Moments;
import com.texchange.common.ui.SearchPicker;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What people know a time zone by. The database names it after a city, in Latin letters; the cities of Russia and its
 * neighbors have names of their own language here, the others keep the database's.
 */
final class ZoneNames {

    private ZoneNames() {
    }

    /** By what people call it, how far it is from UTC, and its city where that is not the name itself. */
    static String label(ZoneId zone, Locale locale, Instant now) {
        String name = new Moments(locale, zone).zoneName(now);
        String city = city(zone, locale);
        return name.startsWith(city) ? name : name + " (" + city + ")";
    }

    /** By what it is found: in every language, since people write a city's name as they are used to. */
    static String words(ZoneId zone, Instant now) {
        return plain(zone) + " " + Languages.ALL.stream().map(language -> label(zone, language, now))
                .collect(Collectors.joining(" "));
    }

    /** A choice among all, the ones in the east first. */
    static SearchPicker<ZoneId> picker(TimeZones zones, Locale locale, Instant now) {
        SearchPicker<ZoneId> zone = new SearchPicker<>(I18NProvider.translate("partners.zone.label"));
        zone.setItemLabelGenerator(item -> label(item, locale, now));
        zone.offer(zones.choices().stream().sorted(Comparator.comparing((ZoneId item) -> item.getRules().getOffset(now)).reversed()
                .thenComparing(item -> label(item, locale, now))).toList(), item -> words(item, now));
        zone.setClearButtonVisible(true);
        zone.setWidthFull();
        return zone;
    }

    private static String city(ZoneId zone, Locale locale) {
        String entry = zone.getId() + "=";
        return Arrays.stream(I18NProvider.translate(locale, "partners.zone.cities").split("\\s*;\\s*"))
                .filter(city -> city.startsWith(entry)).map(city -> city.substring(entry.length()))
                .findFirst().orElseGet(() -> plain(zone));
    }

    private static String plain(ZoneId zone) {
        return zone.getId().replace('_', ' ');
    }
}
