package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a component whether the page is too narrow for several columns, at first and whenever that changes. */
public final class NarrowScreen {

    /** Pixels of CSS; below it a grid shows one composed column. */
    private static final int NARROW = 700;

    private NarrowScreen() {
    }

    /** As the page was when it was opened. */
    static boolean is(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        int width = details == null ? 0 : details.getWindowInnerWidth();
        return width > 0 && width < NARROW;
    }

    /** @param narrow hears of it each time the component is attached and when the window is resized */
    public static void follow(Component owner, Consumer<Boolean> narrow) {
        owner.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            narrow.accept(is(attach.getUI()));
            Registration resized = page.addBrowserWindowResizeListener(
                    resize -> narrow.accept(resize.getWidth() < NARROW));
            owner.addDetachListener(detach -> {
                detach.unregisterListener();
                resized.remove();
            });
        });
    }
}
