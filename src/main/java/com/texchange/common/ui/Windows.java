package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import org.jspecify.annotations.Nullable;

/**
 * Opens a window once, however often its button was pressed before it was there: by a slow connection, a key held down, or
 * two taps. What is asked in it is done once then, too. It goes with its page, see {@link PageWindows}.
 */
public final class Windows {

    private Windows() {
    }

    /**
     * A question before a step, with the button that leaves before the one that acts.
     *
     * @param title   translated, like the others
     * @param confirm of the button that takes the step
     */
    public static void ask(String title, String text, String confirm, Runnable step) {
        ask(title, text, confirm, "common.cancel", step);
    }

    /** The same before a step that takes something back: beside it, "Cancel" reads as that step. */
    public static void askToTakeBack(String title, String text, String confirm, Runnable step) {
        ask(title, text, confirm, "common.close", step);
    }

    private static void ask(String title, String text, String confirm, String leave, Runnable step) {
        ConfirmDialog question = new ConfirmDialog(title, text, confirm, confirmed -> step.run());
        question.setCancelable(true);
        question.setCancelText(UI.getCurrent().getTranslation(leave));
        openOnce(question);
    }

    /** Does nothing while a question of the same words is open. */
    public static void openOnce(ConfirmDialog question) {
        if (isFirst(question, question.getElement().getProperty("header"))) {
            question.open();
            PageWindows.closeWithPage(question, question::close);
        }
    }

    /** Does nothing while a window of its kind and title is open. */
    public static void openOnce(Dialog window) {
        if (isFirst(window)) {
            window.open();
            PageWindows.closeWithPage(window, window::close);
        }
    }

    /** The same for one that is about no page, as the end of the session: it stays when the person goes to another page. */
    public static void openOverAllPages(Dialog window) {
        if (isFirst(window)) {
            window.open();
        }
    }

    static boolean isOpen(Component window) {
        return window.getElement().getProperty("opened", false);
    }

    /** Whether no window of its kind and title is open; from then on it counts as the open one. */
    static boolean isFirst(Dialog window) {
        return isFirst(window, window.getHeaderTitle());
    }

    private static boolean isFirst(Component window, @Nullable String title) {
        UI ui = UI.getCurrent();
        Open next = new Open(window, title);
        Open before = ComponentUtil.getData(ui, Open.class);
        if (before != null && before.isLike(next)) {
            return false;
        }
        ComponentUtil.setData(ui, Open.class, next);
        return true;
    }

    /** @param title by which a person knows it */
    private record Open(Component window, @Nullable String title) {

        boolean isLike(Open other) {
            return window != other.window && window.getClass() == other.window.getClass() && title != null
                    && title.equals(other.title) && isOpen(window);
        }
    }
}
