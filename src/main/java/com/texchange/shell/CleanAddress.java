package com.texchange.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of an address what nobody can have typed and the database refuses, before any page reads it. */
final class CleanAddress {

    /** Control characters, and halves of characters, which no text has. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private CleanAddress() {
    }

    static void forAllPagesOf(UI ui) {
        ui.addBeforeEnterListener(CleanAddress::enter);
    }

    private static void enter(BeforeEnterEvent event) {
        Location asked = event.getLocation();
        QueryParameters parameters = asked.getQueryParameters();
        String path = clean(asked.getPath());
        Map<String, List<String>> clean = new LinkedHashMap<>();
        parameters.getParameters().forEach((name, values) -> clean.put(clean(name), values.stream().map(CleanAddress::clean).toList()));
        if (!path.equals(asked.getPath()) || !clean.equals(parameters.getParameters())) {
            event.forwardTo(path, new QueryParameters(clean));
        }
    }

    private static String clean(String text) {
        return UNREADABLE.matcher(text).replaceAll("");
    }
}
