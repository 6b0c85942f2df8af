package com.texchange.accounts.ui;

import com.texchange.accounts.KnownBrowsers;
import com.texchange.accounts.LinkTerm;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.SignOut;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Moments;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.AgreementNote;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.passwords.PasswordVerdict;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** Sets a password by a link out of a letter. Opening the page uses nothing up: mail scanners open links, too. */
@Route(value = Routes.SET_PASSWORD, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/accounts.css")
class SetPasswordView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TOKEN = "token";
    private final transient Passwords passwords;
    private final transient KnownBrowsers browsers;
    private final transient CurrentActor currentActor;
    private final transient SignOut signOut;
    private final NewPasswordForm form = new NewPasswordForm();
    private final Div worth = new Div();
    private String token = "";

    SetPasswordView(LanguageChoice languages, Passwords passwords, KnownBrowsers browsers, CurrentActor currentActor, SignOut signOut) {
        super(languages, I18NProvider.translate("accounts.setPassword.heading"));
        this.passwords = passwords;
        this.browsers = browsers;
        this.currentActor = currentActor;
        this.signOut = signOut;
        form.password().setValueChangeMode(ValueChangeMode.LAZY);
        form.password().addValueChangeListener(typed -> worth.setText(judged(typed.getValue())));
        worth.setClassName("password-worth");
        worth.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter(TOKEN).orElse("");
        passwords.term(token).ifPresentOrElse(term -> currentActor.find().filter(actor -> !actor.id().equals(term.account()))
                .ifPresentOrElse(other -> showOther(other, term), () -> showForm(term)), this::showDeadLink);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.setPassword.heading");
    }

    /** Otherwise the page would end in the other one's account. */
    private void showOther(Actor other, LinkTerm term) {
        Paragraph who = new Paragraph(new UnbrokenText(getTranslation("accounts.setPassword.other", other.name(), other.email().value(),
                term.name(), term.email().value())));
        Button leave = new Button(getTranslation("accounts.setPassword.signOut"),
                click -> signOut.thenGoTo("/" + Routes.with(Routes.SET_PASSWORD, TOKEN, token)));
        leave.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show(who, leave, new Anchor(Routes.HOME, getTranslation("accounts.setPassword.stay")));
    }

    private void showForm(LinkTerm term) {
        Button submit = new Button(getTranslation("accounts.setPassword.submit"), click -> set(term));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setWidthFull();
        // As the letter has it: the zone of who is signed in nowhere would tell another time.
        Paragraph until = new Paragraph(getTranslation("accounts.setPassword.validUntil",
                new Moments(getLocale(), term.zone()).named(term.until())));
        until.addClassName("hint");
        form.show(term.email(), term.shortest(), passwords.continuePath(token), worth, new AgreementNote("accounts.setPassword.agreement"), submit,
                until);
        show(new Paragraph(getTranslation("accounts.setPassword.whose", term.name())), form);
    }

    private void showDeadLink() {
        if (passwords.isCompanyOff(token)) {
            show(alert("accounts.setPassword.companyOff"));
        } else {
            show(alert("accounts.setPassword.deadLink"), new Anchor(Routes.FORGOT_PASSWORD, getTranslation("accounts.setPassword.askNew")));
        }
    }

    private Paragraph alert(String key) {
        Paragraph reason = new Paragraph(getTranslation(key));
        reason.getElement().setAttribute("role", "alert");
        return reason;
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
                    : getTranslation(verdict.strong() ? "passwords.strong" : "passwords.fair");
        } catch (RefusedException e) {
            return Notices.words(e);
        }
    }

    private void set(LinkTerm term) {
        form.password().setInvalid(false);
        form.again().setInvalid(false);
        if (!form.password().getValue().equals(form.again().getValue())) {
            say(form.again(), getTranslation("accounts.setPassword.different"));
            return;
        }
        Optional<String> path = passwords.continuePath(token);
        try {
            passwords.set(token, form.password().getValue());
            browsers.rememberHere(term.account());
            if (currentActor.find().filter(actor -> actor.id().equals(term.account())).isPresent()) {
                goOn(path);
            } else {
                form.signIn();
            }
        } catch (RefusedException e) {
            refused(e);
        }
    }

    /** So do the pages that are open beside this one, by another cookie of the browser: whoever has copied the one before is left behind. */
    private static void goOn(Optional<String> path) {
        VaadinServletRequest.getCurrent().changeSessionId();
        UI.getCurrent().getPage().setLocation(path.orElse("/" + Routes.HOME));
    }

    private void refused(RefusedException refusal) {
        if (passwords.isUsable(token)) {
            worth.setText("");
            say(form.password(), Notices.words(refusal));
        } else {
            showDeadLink();
        }
    }

    private static void say(PasswordField field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        field.focus();
    }
}
