package com.texchange.accounts.ui;

import com.texchange.accounts.SignIn;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmailInput;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import java.util.Optional;

/**
 * A form that the browser itself sends, so that password managers offer to fill in and to save, and the session gets a
 * new id with the sign-in.
 */
@Tag("form")
class SignInForm extends Component implements HasComponents {

    private final Button submit = new Button(getTranslation("accounts.login.submit"));

    /** @param path where to go on after sign-in */
    SignInForm(Optional<String> path) {
        getElement().setAttribute("method", "post").setAttribute("action", Routes.LOGIN);
        getElement().getClassList().add("sign-in-form");
        EmailInput email = new EmailInput(getTranslation("accounts.login.email"));
        email.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
        email.setAutofocus(true);
        PasswordField password = new PasswordInput(getTranslation("accounts.login.password"));
        password.getElement().setAttribute("name", "password").setAttribute("autocomplete", "current-password");
        Checkbox remember = new Checkbox(getTranslation("accounts.login.remember"));
        remember.getElement().setAttribute("name", "remember-me");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(email, password, remember, submit);
        path.ifPresent(this::addPath);
        // Browsers send a form on Enter only if it has a native submit button.
        getElement().appendChild(new Element("button").setAttribute("type", "submit").setAttribute("hidden", true));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        submit.getElement().executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
    }

    private void addPath(String path) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", SignIn.CONTINUE).setAttribute("value", path);
        add(hidden);
    }
}
