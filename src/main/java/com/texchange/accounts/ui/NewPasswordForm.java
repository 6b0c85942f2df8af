package com.texchange.accounts.ui;

import com.texchange.accounts.SignIn;
import com.texchange.common.EmailAddress;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmailInput;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;

/**
 * Address and new password in one form, so that password managers keep them together. Once the password is set, the browser sends
 * the form as it would send that of the sign-in page: whoever set it is signed in by the same road as everybody, or is so already.
 */
@Tag("form")
class NewPasswordForm extends Component implements HasComponents {

    private final PasswordField password = field("accounts.setPassword.password");
    private final PasswordField again = field("accounts.setPassword.again");

    NewPasswordForm() {
        getElement().setAttribute("method", "post").setAttribute("action", Routes.LOGIN);
        getElement().getClassList().add("sign-in-form");
        password.getElement().setAttribute("name", "password");
        password.setAutofocus(true);
    }

    /**
     * Fills the form.
     *
     * @param shortest how many characters the password has at least
     * @param path where to go on after sign-in
     * @param more under the password
     * @param end  under all
     */
    void show(EmailAddress owner, int shortest, Optional<String> path, Component more, Component... end) {
        EmailInput address = new EmailInput(getTranslation("accounts.login.email"));
        address.getElement().setAttribute("name", "username").setAttribute("autocomplete", "username");
        address.setValue(owner.value());
        address.setReadOnly(true);
        password.setHelperText(getTranslation("accounts.setPassword.rule", shortest));
        removeAll();
        add(address, password, more, again);
        add(end);
        path.ifPresent(this::addPath);
    }

    PasswordField password() {
        return password;
    }

    PasswordField again() {
        return again;
    }

    /** Enter and buttons within only ask the page. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("this.addEventListener('submit', event => event.preventDefault())");
    }

    void signIn() {
        getElement().executeJs("this.submit()");
    }

    private void addPath(String path) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", SignIn.CONTINUE).setAttribute("value", path);
        add(hidden);
    }

    private static PasswordField field(String label) {
        PasswordField field = new PasswordInput(I18NProvider.translate(label));
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
