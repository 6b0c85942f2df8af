package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
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
    private static final String WATCH_ITSELF = """
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
    private static final String WATCH_WINDOW = """
            let narrow = $1;
            this._windowWatch?.abort();
            this._windowWatch = new AbortController();
            const window = matchMedia(`(width < ${$0}px)`);
            const look = () => {
              if (!this.isConnected) {
                this._windowWatch.abort();
              } else if (window.matches !== narrow) {
                narrow = window.matches;
                this.dispatchEvent(new CustomEvent('width-crossed', {detail: narrow}));
              }
            };
            window.addEventListener('change', look, {signal: this._windowWatch.signal});
            look();""";

    private NarrowScreen() {
    }

    /** As the window was when the application was opened in it; by now it may have another width. */
    static boolean is(UI ui) {
        ExtendedClientDetails details = ui.getPage().getExtendedClientDetails();
        int width = details == null ? 0 : details.getWindowInnerWidth();
        return width > 0 && width < NARROW;
    }

    /**
     * @param below  pixels of CSS
     * @param narrow hears by the window's width when the component is attached, then by its own whenever that crosses the limit
     */
    public static void followOwn(Component owner, int below, Consumer<Boolean> narrow) {
        follow(owner, below, narrow, WATCH_ITSELF);
    }

    /** @param narrow hears of it each time the component is attached and when the window becomes narrow or wide */
    public static void follow(Component owner, Consumer<Boolean> narrow) {
        follow(owner, NARROW, narrow, WATCH_WINDOW);
    }

    private static void follow(Component owner, int below, Consumer<Boolean> narrow, String watch) {
        owner.getElement().addEventListener(CROSSED, event -> narrow.accept(event.getEventData().get(IS_NARROW).asBoolean()))
                .addEventData(IS_NARROW);
        owner.addAttachListener(attach -> {
            narrow.accept(is(attach.getUI()));
            owner.getElement().executeJs(watch, below, is(attach.getUI()));
        });
    }
}
