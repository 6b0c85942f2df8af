package com.texchange.accounts.ui;

import com.texchange.accounts.LoginHint;
import com.texchange.accounts.SecondStep;
import com.texchange.accounts.SignIn;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The sign-in page of the personal account. */
@Route(value = Routes.LOGIN, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/accounts.css")
class LoginView extends PublicPage implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient CurrentActor currentActor;
    private final transient SecondStep second;
    private final transient ObjectProvider<LoginHint> hints;

    LoginView(LanguageChoice languages, CurrentActor currentActor, SecondStep second, ObjectProvider<LoginHint> hints) {
        super(languages, I18NProvider.translate("accounts.login.heading"));
        this.currentActor = currentActor;
        this.second = second;
        this.hints = hints;
    }

    /**
     * Nothing is told here. When somebody else's session ends by the form that is just being sent, the news of it would lead the browser
     * elsewhere before the answer has come.
     */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        attach.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        event.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<String> path = SignIn.path(query);
        if (currentActor.find().isPresent()) {
            event.forwardToUrl(path.orElse("/"));
            return;
        }
        if (second.current().isPresent() && query.getSingleParameter("error").or(() -> query.getSingleParameter("other")).isEmpty()) {
            event.forwardToUrl("/" + SignIn.keeping(Routes.SECOND_FACTOR, path));
            return;
        }
        Paragraph note = new Paragraph(getTranslation("accounts.login.partnerNote"));
        note.addClassName("hint");
        show(new Paragraph(getTranslation("accounts.login.subtitle")), note);
        query.getSingleParameter("error").ifPresentOrElse(this::addError, () -> query.getSingleParameter(SignIn.ENDED)
                .ifPresent(ended -> add(message("accounts.login.ended"))));
        add(new SignInForm(path), new PasskeySignIn(path, () -> second.askPasskey(false), this::noPasskey),
                new Anchor(SignIn.keeping(Routes.COMPANY_SIGN_IN, path), getTranslation("accounts.login.throughCompany")), links(path));
        hints.orderedStream().map(LoginHint::create).forEach(this::add);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.login.title");
    }

    private void noPasskey() {
        Notices.refused(new RefusedException("accounts.passkeys.none"));
    }

    private void addError(String error) {
        add(message(switch (error) {
            case "again" -> "accounts.factor.again";
            case "locked" -> "accounts.login.locked";
            case "source" -> "accounts.login.lockedSource";
            case "busy" -> "passwords.busy";
            case "passkey" -> "accounts.passkeys.refused";
            default -> "accounts.login.wrong";
        }));
    }

    static Paragraph message(String key) {
        Paragraph message = new Paragraph(I18NProvider.translate(key));
        message.addClassNames("sign-in-message", "sign-in-alert");
        message.getElement().setAttribute("role", "alert");
        return message;
    }

    /** Each road leads back to where the person was going. An invitation's page has a form for newcomers of its own. */
    private Nav links(Optional<String> path) {
        String register = path.filter(local -> local.startsWith("/" + Routes.JOIN + "?")).map(local -> local.substring(1))
                .orElse(Routes.REGISTER);
        Nav links = new Nav(new Anchor(register, getTranslation("accounts.login.register")),
                new Anchor(SignIn.keeping(Routes.FORGOT_PASSWORD, path), getTranslation("accounts.login.forgot")));
        links.addClassName("sign-in-links");
        return links;
    }
}
