package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes the windows of a page when the person goes to another one: the framework leaves them open over it, whatever leads there, as the
 * browser's way back or a link. The moment is when the other page is entered: {@link UnsavedInput} has asked by then, and who stays gets
 * no further; and the other page, which may open a window of its own at once, has not been built yet. Another page is one at another
 * path: what comes behind it, as filters, is written by the page itself.
 */
final class PageWindows {

    /** What closes each, in the order in which they lie over one another. */
    private final Map<Component, Runnable> open = new LinkedHashMap<>();

    private PageWindows() {
    }

    /**
     * To be called when the window is open.
     *
     * @param close may leave it open, and is then asked again when the person goes on
     */
    static void closeWithPage(Component window, Runnable close) {
        UI ui = UI.getCurrent();
        PageWindows windows = ComponentUtil.getData(ui, PageWindows.class);
        if (windows == null) {
            windows = new PageWindows();
            ComponentUtil.setData(ui, PageWindows.class, windows);
            ui.addBeforeEnterListener(windows::enter);
        }
        windows.forgetClosed();
        windows.open.putIfAbsent(window, close);
    }

    private void enter(BeforeEnterEvent other) {
        String left = other.getUI().getInternals().getActiveViewLocation().getPath();
        if (!other.getLocation().getPath().equals(left)) {
            List<Runnable> uppermostFirst = new ArrayList<>(open.values()).reversed();
            uppermostFirst.forEach(Runnable::run);
            forgetClosed();
        }
    }

    private void forgetClosed() {
        open.keySet().removeIf(window -> !Windows.isOpen(window));
    }
}
