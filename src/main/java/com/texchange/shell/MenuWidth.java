package com.texchange.shell;

import com.texchange.common.BrowserPreference;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.stereotype.Component;

/** The menu with its words or, for who wants the room, with icons alone; remembered at this browser. */
@Component
class MenuWidth {

    static final String ICONS_ALONE = "menu-icons-alone";
    private static final BrowserPreference CHOSEN = new BrowserPreference("menu");
    private static final String NARROW = "narrow";
    private static final String WIDE = "wide";

    /** The button that changes it; the layout is as the person left it. */
    NativeButton switchOf(AppLayout layout) {
        boolean narrow = CHOSEN.read(VaadinRequest.getCurrent()).filter(NARROW::equals).isPresent();
        Icon icon = VaadinIcon.ANGLE_DOUBLE_LEFT.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(layout.getTranslation("shell.menu.fold"));
        NativeButton button = new NativeButton();
        button.add(icon, words);
        button.addClassNames("menu-width", "wide-only");
        button.addClickListener(click -> {
            boolean folded = !layout.hasClassName(ICONS_ALONE);
            CHOSEN.write(folded ? NARROW : WIDE);
            show(layout, button, folded);
        });
        show(layout, button, narrow);
        return button;
    }

    private static void show(AppLayout layout, NativeButton button, boolean narrow) {
        layout.setClassName(ICONS_ALONE, narrow);
        button.getElement().setAttribute("aria-pressed", String.valueOf(narrow));
        button.getElement().setAttribute("title", button.getTranslation("shell.menu.fold"));
    }
}
