package com.texchange.accounts.ui;

import com.texchange.accounts.SecondStep;
import com.texchange.accounts.SignIn;
import com.texchange.common.Routes;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of the second step, sent by the browser itself as that of the first: the session gets a new id with it. */
@Tag("form")
class SecondStepForm extends Component implements HasComponents {

    private final Button submit = new Button(getTranslation("accounts.login.submit"));

    /**
     * @param path where to go on after sign-in
     */
    SecondStepForm(SecondStep.Step step, Optional<String> path) {
        getElement().setAttribute("method", "post").setAttribute("action", Routes.LOGIN);
        getElement().getClassList().add("sign-in-form");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        path.ifPresent(local -> hide(SignIn.CONTINUE, local));
        if (step.toRemember()) {
            hide("remember-me", "on");
        }
    }

    /**
     * The person types a code.
     *
     * @param recovery rather than a code of the app
     * @param other    asks for the other of the two; null for who has no app
     */
    SecondStepForm withCode(boolean recovery, @Nullable Runnable other) {
        TextField code = AuthenticatorSetup.codeField();
        code.getElement().setAttribute("name", "code");
        if (recovery) {
            askForRecovery(code);
            hide(SignIn.RECOVERY, "on");
        }
        add(code, submit);
        if (other != null) {
            code.focus();
            Button change = new Button(getTranslation(recovery ? "accounts.factor.useApp" : "accounts.factor.useRecovery"), click -> other.run());
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(change);
        }
        // Browsers send a form on Enter only if it has a native submit button.
        getElement().appendChild(new Element("button").setAttribute("type", "submit").setAttribute("hidden", true));
        return this;
    }

    static void askForRecovery(TextField code) {
        code.setLabel(code.getTranslation("accounts.factor.recoveryCode"));
        code.setWidthFull();
        code.getElement().setAttribute("inputmode", "text").setAttribute("autocomplete", "off");
    }

    /** Nothing is left to be typed. */
    SecondStepForm toGoOn() {
        submit.setText(getTranslation("accounts.factor.goOn"));
        hide("code", "");
        add(submit);
        return this;
    }

    /** A button elsewhere sends it. */
    SecondStepForm unseen() {
        hide("code", "");
        return this;
    }

    void send() {
        getElement().executeJs("this.submit()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        submit.getElement().executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
    }

    private void hide(String name, String value) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", name).setAttribute("value", value);
        add(hidden);
    }
}
