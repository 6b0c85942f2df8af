package com.texchange.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks before what a person has typed goes: with its window, with the page when a link, a button or the browser's way
 * back leads elsewhere, and with the browser's tab. A page that is loaded anew by another language keeps it, see
 * {@link KeptInput}.
 */
public final class UnsavedInput {

    /** Beside what is known here, the script looks at the field that is being typed into. */
    private static final String TELL = "window.unsavedInput && window.unsavedInput($0)";
    private static final String OF_FORM = "data-unsaved";

    private UnsavedInput() {
    }

    /** The forms that are shown on a page, and what its browser was told last. */
    private static final class Forms {

        private final List<BooleanSupplier> shown = new ArrayList<>();
        /** Of what they have, that which a page that is loaded anew does not get back. */
        private final List<BooleanSupplier> notKept = new ArrayList<>();
        private boolean told;

        static Forms of(UI ui) {
            Forms forms = ComponentUtil.getData(ui, Forms.class);
            if (forms == null) {
                forms = new Forms();
                ComponentUtil.setData(ui, Forms.class, forms);
            }
            return forms;
        }

        void tell(UI ui) {
            boolean typed = shown.stream().anyMatch(BooleanSupplier::getAsBoolean);
            if (typed != told) {
                told = typed;
                ui.getPage().executeJs(TELL, typed);
            }
        }
    }

    /**
     * Watches navigation for as long as a form is shown. A form in a window leaves it to the window.
     *
     * @param typed whether there is something to lose now; when that changes, {@link #changed} is to be called
     */
    public static void guard(Component form, BooleanSupplier typed) {
        form.addAttachListener(attach -> {
            if (!(form instanceof Dialog) && isInWindow(form)) {
                return;
            }
            UI ui = attach.getUI();
            Forms.of(ui).shown.add(typed);
            Registration guard = ui.addBeforeLeaveListener(leave -> {
                if (typed.getAsBoolean() && !leave.isPostponed()) {
                    ContinueNavigationAction navigation = leave.postpone();
                    ask(navigation::proceed, navigation::cancel);
                }
            });
            form.addDetachListener(detach -> {
                guard.remove();
                Forms.of(ui).shown.remove(typed);
                Forms.of(ui).tell(ui);
                detach.unregisterListener();
            });
        });
    }

    /**
     * The same for what {@link KeptInput} does not keep, such as a table that was uploaded: it is asked for also before the page is
     * loaded anew.
     */
    public static void guardNotKept(Component form, BooleanSupplier there) {
        guard(form, there);
        form.addAttachListener(attach -> {
            List<BooleanSupplier> notKept = Forms.of(attach.getUI()).notKept;
            notKept.add(there);
            form.addDetachListener(detach -> {
                notKept.remove(there);
                detach.unregisterListener();
            });
        });
    }

    /** @param reload runs at once if nothing is lost by it, else if the person says so */
    static void askBeforeReload(UI ui, Runnable reload) {
        if (Forms.of(ui).notKept.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            ask("common.reload", reload, () -> { });
        } else {
            reload.run();
        }
    }

    /** Tells the browser at once whether there is something to lose: a step may lead out of the application. */
    public static void changed() {
        UI ui = UI.getCurrent();
        Forms.of(ui).tell(ui);
    }

    /** Says of a field that what is being typed into it would be lost, too. */
    public static void mark(Component field) {
        field.getElement().setAttribute(OF_FORM, true);
        KeptInput.follow(field);
    }

    static boolean isMarked(Component field) {
        return field.getElement().hasAttribute(OF_FORM);
    }

    /** The page is loaded anew and keeps what was typed. */
    public static void letGo(UI ui) {
        ui.getPage().executeJs(TELL, false);
    }

    private static boolean isInWindow(Component component) {
        return component instanceof Dialog || component.getParent().filter(UnsavedInput::isInWindow).isPresent();
    }

    /** The focus is on the button that stays: Enter and Escape lose nothing. */
    static void ask(Runnable leave, Runnable stay) {
        ask("common.leave", leave, stay);
    }

    private static void ask(String words, Runnable leave, Runnable stay) {
        UI ui = UI.getCurrent();
        ConfirmDialog question = new ConfirmDialog(ui.getTranslation(words + ".title"),
                ui.getTranslation(words + ".text"), ui.getTranslation(words + ".stay"), confirmed -> stay.run());
        question.setRejectable(true);
        question.setRejectText(ui.getTranslation(words + ".confirm"));
        question.addRejectListener(rejected -> leave.run());
        question.addCancelListener(canceled -> stay.run());
        Windows.openOnce(question);
    }
}
