package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;

/**
 * Asks before what a person has typed goes: with its window, or with the page when a link, a button or the browser's way
 * back leads elsewhere. A page that is loaded anew by another language keeps it, see {@link TypedText}.
 */
public final class UnsavedInput {

    private UnsavedInput() {
    }

    /**
     * Watches navigation for as long as a form is shown. A form in a window leaves it to the window.
     *
     * @param typed whether there is something to lose now
     */
    public static void guard(Component form, BooleanSupplier typed) {
        form.addAttachListener(attach -> {
            if (!(form instanceof Dialog) && isInWindow(form)) {
                return;
            }
            Registration guard = attach.getUI().addBeforeLeaveListener(leave -> {
                if (typed.getAsBoolean() && !leave.isPostponed()) {
                    ContinueNavigationAction navigation = leave.postpone();
                    ask(navigation::proceed, navigation::cancel);
                }
            });
            form.addDetachListener(detach -> {
                guard.remove();
                detach.unregisterListener();
            });
        });
    }

    private static boolean isInWindow(Component component) {
        return component instanceof Dialog || component.getParent().filter(UnsavedInput::isInWindow).isPresent();
    }

    static void ask(Runnable leave, Runnable stay) {
        UI ui = UI.getCurrent();
        ConfirmDialog question = new ConfirmDialog(ui.getTranslation("common.leave.title"),
                ui.getTranslation("common.leave.text"), ui.getTranslation("common.leave.confirm"), confirmed -> leave.run());
        question.setCancelable(true);
        question.setCancelText(ui.getTranslation("common.leave.stay"));
        question.addCancelListener(canceled -> stay.run());
        Windows.openOnce(question);
    }
}
