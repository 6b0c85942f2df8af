package com.texchange.help;

import com.texchange.common.Routes;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which section of a guide explains a page. A new page adds its route here; guides without the section open at the top. */
public final class PageSections {

    /** By the beginning of the route, whole segments only; of several the longest counts. */
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry(Routes.TASKS, "tasks"),
            Map.entry(Routes.DEVICES, "devices"),
            Map.entry(Routes.DISTRIBUTORS, "distributors"),
            Map.entry(Routes.INVITE_LIST, "import"),
            Map.entry(Routes.SUPPLIERS, "suppliers"),
            Map.entry(Routes.SERVICES, "licenses"),
            Map.entry(Routes.SUPPLIER_LICENSES, "supplier-licenses"),
            Map.entry(Routes.RECONCILIATION, "reconciliation"),
            Map.entry(Routes.SUPPLIER_DEVICES, "devices"),
            Map.entry(Routes.ALL_LICENSES, "all-licenses"),
            Map.entry(Routes.LICENSE_ORDERS, "operations"),
            Map.entry(Routes.LICENSE, "operations"),
            Map.entry(Routes.LOAD_LICENSES, "load"),
            Map.entry(Routes.STORY, "story"),
            Map.entry(Routes.ONBOARDINGS, "onboardings"),
            Map.entry(Routes.PROCESSES, "processes"),
            Map.entry(Routes.SETTINGS, "notifications"),
            Map.entry(Routes.PROFILE, "profile"),
            Map.entry(Routes.LETTERS, "letters"),
            Map.entry(Routes.JOURNAL, "journal"),
            Map.entry(Routes.CHECKS, "checks"),
            Map.entry(Routes.ALL_COMPANIES, "companies"),
            Map.entry(Routes.OPERATOR_PEOPLE, "people"),
            Map.entry(Routes.PEOPLE, "people"),
            Map.entry(Routes.SINGLE_SIGN_ON, "single-sign-on"),
            Map.entry(Routes.COMPANY, "company"));

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
