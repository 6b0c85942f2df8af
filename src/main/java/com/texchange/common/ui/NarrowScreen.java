package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/**
 * Tells a component whether it is too narrow for several columns, at first and whenever that changes: by the page's width
 * or, where a panel beside it can take its room, by its own.
 */
public final class NarrowScreen {

    /** Pixels of CSS; below it a grid shows one composed column. */
    private static final int NARROW = 700;
    private static final String CROSSED = "width-crossed";
    private static final String IS_NARROW = "event.detail";
    private static final String WATCH = """
            let narrow = $1;
            this._widthWatch?.disconnect();
            this._widthWatch = new ResizeObserver(() => {
              const now = this.clientWidth < $0;
              if (this.clientWidth > 0 && now !== narrow) {
                narrow = now;
                this.dispatchEvent(new CustomEvent('width-crossed', {detail: now}));
              }
            });
            this._widthWatch.observe(this);""";

    private NarrowScreen() {
    }

    /** As the page was when it was opened. */
    static boolean is(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        int width = details == null ? 0 : details.getWindowInnerWidth();
        return width > 0 && width < NARROW;
    }

    /**
     * @param below  pixels of CSS
     * @param narrow hears by the page's width when the component is attached, then by its own whenever that crosses the limit
     */
    public static void followOwn(Component owner, int below, Consumer<Boolean> narrow) {
        owner.getElement().addEventListener(CROSSED, event -> narrow.accept(event.getEventData().get(IS_NARROW).asBoolean()))
                .addEventData(IS_NARROW);
        owner.addAttachListener(attach -> {
            narrow.accept(is(attach.getUI()));
            owner.getElement().executeJs(WATCH, below, is(attach.getUI()));
        });
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
