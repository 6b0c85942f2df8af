package com.texchange.operations.ui;

import com.texchange.common.Routes;
import com.vaadin.flow.router.NotFoundException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of the process managers' page; the address names the one that is shown. */
enum ProcessSection {

    FAILED, LATE, COMMANDS, LETTERS, ENGINE;

    /** The address of the page with this list. */
    String path() {
        return this == FAILED ? Routes.PROCESSES : Routes.of(Routes.PROCESSES, name().toLowerCase(Locale.ROOT));
    }

    /** The message key of one of its texts, e.g. its {@code title}. */
    String key(String text) {
        return "operations." + name().toLowerCase(Locale.ROOT) + "." + text;
    }

    /** @throws NotFoundException if there is no list of this name */
    static ProcessSection named(@Nullable String name) {
        return name == null ? FAILED : Arrays.stream(values()).filter(section -> section.name().equalsIgnoreCase(name))
                .findFirst().orElseThrow(() -> new NotFoundException("no list " + name));
    }
}
