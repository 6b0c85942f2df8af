package com.texchange.accounts.ui;

import com.texchange.accounts.AskedForLetters;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.SignIn;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Routes;
import com.texchange.common.ValidEmail;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.RecordBinder;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** Asks for a letter with a link to set a new password. Answers the same whether the address has an account or not. */
@Route(value = Routes.FORGOT_PASSWORD, autoLayout = false)
@AnonymousAllowed
class ForgotPasswordView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Passwords passwords;
    private final transient AskedForLetters letters;
    private final RecordBinder<Request> binder = new RecordBinder<>(Request.class);
    private final EmailInput email = new EmailInput(getTranslation("accounts.forgot.email"));
    private Optional<String> path = Optional.empty();

    ForgotPasswordView(LanguageChoice languages, Passwords passwords, AskedForLetters letters) {
        super(languages, I18NProvider.translate("accounts.forgot.heading"));
        this.passwords = passwords;
        this.letters = letters;
        email.getElement().setAttribute("autocomplete", "username");
        email.setAutofocus(true);
        email.setWidthFull();
        binder.forField(email).bind("email");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        path = SignIn.path(event.getLocation().getQueryParameters());
        Button submit = new Button(getTranslation("accounts.forgot.submit"), click -> binder.submit(this::request));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setWidthFull();
        VerticalLayout form = new VerticalLayout(email, submit);
        form.setPadding(false);
        show(new Paragraph(getTranslation("accounts.forgot.text")), form, toLogin());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.forgot.heading");
    }

    private void request(Request request) {
        letters.another();
        passwords.requestReset(request.email(), path.orElse(null));
        Paragraph answer = new Paragraph(getTranslation("accounts.forgot.sent"));
        answer.getElement().setAttribute("role", "status");
        show(answer, toLogin());
    }

    private Anchor toLogin() {
        return new Anchor(SignIn.keeping(Routes.LOGIN, path), getTranslation("accounts.forgot.toLogin"));
    }

    /** What the form asks for; public, since the binder makes it. */
    public record Request(@NotBlank @ValidEmail String email) {
    }
}
