package com.texchange.accounts.ui;

import com.texchange.accounts.AskedPasskey;
import com.texchange.accounts.FreshSignIn;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.TooLate;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BooleanSupplier;

/** Asks for the password or a code before what decides about rights or sign-in, unless the person has just shown who it is. */
public final class FreshDialog {

    private FreshDialog() {
    }

    /** Takes a step, now or once the person has shown who it is; whoever leaves the dialog is where (s)he was. */
    public static void then(FreshSignIn fresh, Actor actor, Runnable step) {
        if (fresh.isFresh(actor)) {
            step.run();
        } else {
            ask(fresh, actor, step);
        }
    }

    /**
     * A window whose step decides about rights or sign-in. It may be open for longer than a proof holds: who it is is asked when the step
     * is taken, over the window, so that nothing that was typed is lost.
     *
     * @param title  translated
     * @param label  translated: of the button that acts
     * @param action says whether it is done, and the window closes
     */
    public static FormDialog window(FreshSignIn fresh, Actor actor, String title, String label, BooleanSupplier action) {
        return FormDialog.asking(title, label, close -> then(fresh, actor, () -> TooLate.orLeave(() -> {
            if (action.getAsBoolean()) {
                close.run();
            }
        }, close)));
    }

    /** Asks even if the person has just shown who it is. */
    static void ask(FreshSignIn fresh, Actor actor, Runnable step) {
        if (fresh.isByCode(actor)) {
            TextField code = AuthenticatorSetup.codeField();
            if (!fresh.hasApp(actor)) {
                SecondStepForm.askForRecovery(code);
            }
            ask(fresh.hasApp(actor) ? "accounts.fresh.code" : "accounts.passkeys.fresh", code, code, fresh, actor, step);
        } else {
            PasswordField password = new PasswordInput(text("accounts.profile.password"));
            password.getElement().setAttribute("autocomplete", "current-password");
            ask("accounts.fresh.password", password, password, fresh, actor, step);
        }
    }

    private static void ask(String why, Component field, HasValue<?, String> value, FreshSignIn fresh, Actor actor, Runnable step) {
        FormDialog dialog = FormDialog.asking(text("accounts.fresh.title"), text("accounts.profile.next"), close -> {
            try {
                fresh.prove(value.getValue(), actor);
            } catch (RefusedException refusal) {
                Notices.refused(refusal);
                return;
            }
            // Whoever is refused then is where it was asked for.
            close.run();
            step.run();
        }).content(new Paragraph(text(why)), field);
        if (fresh.hasPasskey(actor)) {
            PasskeyButton passkey = new PasskeyButton(text("accounts.passkeys.show"));
            passkey.takes(() -> showPasskey(passkey, fresh, actor, dialog, step));
            dialog.content(passkey);
        }
        dialog.setWidth("28rem");
        dialog.open();
    }

    /**
     * Whoever shows none may try again, or type a code. The browser asks beside the page: who has left the window meanwhile takes no step,
     * whatever is shown then.
     */
    private static void showPasskey(PasskeyButton button, FreshSignIn fresh, Actor actor, FormDialog dialog, Runnable step) {
        AskedPasskey asked = fresh.askPasskey(actor);
        button.show(asked.json(), answer -> {
            if (!answer.isEmpty() && dialog.isOpened()) {
                fresh.prove(asked, answer, actor);
                dialog.close();
                step.run();
            }
        });
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
