package com.texchange.shell;

import com.texchange.common.BrowserPreference;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Light or dark pages: as the system has it, until the person chooses at this browser. */
@Component
class ColorSchemeChoice implements VaadinServiceInitListener {

    private static final BrowserPreference CHOSEN = new BrowserPreference("colors");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().getPage().setColorScheme(chosen()));
    }

    /** Changes light to dark and back. */
    void toggle(UI ui) {
        // What "as the system has it" means at the moment only the browser knows.
        ui.getPage().executeJs("""
                const scheme = document.documentElement.style.colorScheme;
                return scheme === 'dark'
                    || scheme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches;
                """).then(Boolean.class, dark ->
                choose(ui, dark ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK));
    }

    private static void choose(UI ui, ColorScheme.Value scheme) {
        CHOSEN.write(scheme.getValue());
        ui.getPage().setColorScheme(scheme);
    }

    private static ColorScheme.Value chosen() {
        return CHOSEN.read(VaadinRequest.getCurrent())
                .flatMap(value -> Stream.of(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK)
                        .filter(scheme -> scheme.getValue().equals(value)).findFirst())
                .orElse(ColorScheme.Value.LIGHT_DARK);
    }
}
