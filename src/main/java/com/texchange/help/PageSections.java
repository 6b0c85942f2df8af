package com.texchange.help;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which section of a guide explains a page. A new page adds its route here; guides without the section open at the top. */
public final class PageSections {

    /** By the beginning of the route, whole segments only; of several the longest counts. */
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("tasks", "tasks"),
            Map.entry("devices", "devices"),
            Map.entry("exchange/distributors", "distributors"),
            Map.entry("exchange/distributors/import", "import"),
            Map.entry("exchange/suppliers", "suppliers"),
            Map.entry("services", "licenses"),
            Map.entry("licenses/load", "load"),
            Map.entry("onboarding", "story"),
            Map.entry("onboardings", "onboardings"),
            Map.entry("processes", "processes"),
            Map.entry("settings", "notifications"),
            Map.entry("letters", "letters"),
            Map.entry("company", "company"));

    private PageSections() {
    }

    /**
     * The id of the section; empty for an unknown page.
     *
     * @param route without a slash at the beginning; empty for the home page
     */
    public static Optional<String> of(String route) {
        if (route.isEmpty()) {
            return Optional.of("home");
        }
        return SECTIONS.keySet().stream()
                .filter(page -> route.equals(page) || route.startsWith(page + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(SECTIONS::get);
    }
}
