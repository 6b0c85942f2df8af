package com.texchange.accounts.ui;

import com.texchange.accounts.NewAuthenticator;
import com.texchange.common.CleanText;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.CopyText;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.QrCode;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** How a person adds an app that makes codes: read its picture or type its key, show a code, keep the recovery codes. */
class AuthenticatorSetup extends Composite<Div> {

    private static final int DIGITS = 6;
    private final TextField code = codeField();
    private final transient Function<String, List<String>> add;
    private final transient Consumer<List<String>> done;
    private transient Consumer<Runnable> first = Runnable::run;

    /**
     * @param add  takes a code of the app, and gives recovery codes
     * @param done shows them
     */
    AuthenticatorSetup(NewAuthenticator app, Function<String, List<String>> add, Consumer<List<String>> done) {
        this.add = add;
        this.done = done;
        CopyText key = new CopyText(getTranslation("accounts.factor.key"), app.text(), app.text().replace(" ", ""));
        key.addClassName("factor-key");
        Button confirm = new Button(getTranslation("accounts.factor.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(code).resetFocusOnActiveElement();
        OrderedList steps = new OrderedList(
                new ListItem(new Span(getTranslation("accounts.factor.stepScan")),
                        QrCode.of(app.uri(), getTranslation("accounts.factor.picture")),
                        new Span(getTranslation("accounts.factor.stepKey")), key),
                new ListItem(new Span(getTranslation("accounts.factor.stepCode")), code));
        steps.addClassName("factor-steps");
        getContent().add(steps, confirm);
    }

    /** @param asked takes the step: at once, or when the person has shown who it is, since getting an app may take long */
    AuthenticatorSetup first(Consumer<Runnable> asked) {
        first = asked;
        return this;
    }

    static TextField codeField() {
        TextField field = new TextField();
        field.setLabel(field.getTranslation("accounts.factor.code"));
        field.getElement().setAttribute("autocomplete", "one-time-code").setAttribute("inputmode", "numeric");
        field.setManualValidation(true);
        return field;
    }

    private void confirm() {
        String typed = CleanText.digits(code.getValue());
        if (typed.length() != DIGITS) {
            say(getTranslation("accounts.factor.sixDigits"));
            return;
        }
        first.accept(() -> add(typed));
    }

    private void add(String typed) {
        try {
            done.accept(add.apply(typed));
        } catch (RefusedException refusal) {
            say(Notices.words(refusal));
        }
    }

    private void say(String text) {
        code.setErrorMessage(text);
        code.setInvalid(true);
        code.focus();
    }
}
