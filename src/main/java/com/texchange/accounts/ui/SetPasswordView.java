package com.texchange.accounts.ui;

import com.texchange.accounts.LinkTerm;
import com.texchange.accounts.PasswordVerdict;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.SignIn;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Moments;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.PublicPage;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Sets a password by a link out of a letter. Opening the page uses nothing up: mail scanners open links, too. */
@Route(value = Routes.SET_PASSWORD, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/accounts.css")
class SetPasswordView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TOKEN = "token";
    private final transient Passwords passwords;
    private final PasswordField password = field("accounts.setPassword.password");
    private final PasswordField again = field("accounts.setPassword.again");
    private final Div worth = new Div();
    private String token = "";

    SetPasswordView(LanguageChoice languages, Passwords passwords) {
        super(languages, I18NProvider.translate("accounts.setPassword.heading"));
        this.passwords = passwords;
        password.setHelperText(getTranslation("accounts.setPassword.rule"));
        password.setAutofocus(true);
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(typed -> worth.setText(judged(typed.getValue())));
        worth.setClassName("password-worth");
        worth.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter(TOKEN).orElse("");
        passwords.term(token).ifPresentOrElse(this::showForm, this::showDeadLink);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.setPassword.heading");
    }

    private void showForm(LinkTerm term) {
        Button submit = new Button(getTranslation("accounts.setPassword.submit"), click -> set());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setWidthFull();
        // As the letter has it: the zone of who is signed in nowhere would tell another time.
        Paragraph until = new Paragraph(getTranslation("accounts.setPassword.validUntil",
                new Moments(getLocale(), term.zone()).named(term.until())));
        until.addClassName("hint");
        VerticalLayout form = new VerticalLayout(password, worth, again, submit, until);
        form.setPadding(false);
        show(form);
    }

    private void showDeadLink() {
        Paragraph reason = new Paragraph(getTranslation("accounts.setPassword.deadLink"));
        reason.getElement().setAttribute("role", "alert");
        show(reason, new Anchor(Routes.FORGOT_PASSWORD, getTranslation("accounts.login.forgot")));
    }

    /** Told while it is typed, so that nobody is refused at the end. */
    private String judged(String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        try {
            PasswordVerdict verdict = passwords.judge(token, typed);
            String refusal = verdict.refusal();
            return refusal != null ? getTranslation(refusal, verdict.arguments().toArray())
                    : getTranslation(verdict.strong() ? "accounts.password.strong" : "accounts.password.fair");
        } catch (RefusedException e) {
            return getTranslation(e.messageKey(), e.arguments());
        }
    }

    private void set() {
        password.setInvalid(false);
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            say(again, getTranslation("accounts.setPassword.different"));
            return;
        }
        try {
            Optional<String> path = passwords.continuePath(token);
            passwords.set(token, password.getValue());
            QueryParameters done = QueryParameters.of("password", "set");
            getUI().orElseThrow().navigate(Routes.LOGIN,
                    path.map(local -> done.merging(SignIn.CONTINUE, local)).orElse(done));
        } catch (RefusedException e) {
            refused(e);
        }
    }

    private void refused(RefusedException refusal) {
        if (passwords.isUsable(token)) {
            say(password, getTranslation(refusal.messageKey(), refusal.arguments()));
        } else {
            showDeadLink();
        }
    }

    private static void say(PasswordField field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        field.focus();
    }

    private static PasswordField field(String label) {
        PasswordField field = new PasswordField(I18NProvider.translate(label));
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
