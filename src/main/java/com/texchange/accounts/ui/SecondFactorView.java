package com.texchange.accounts.ui;

import com.texchange.accounts.FactorInfo;
import com.texchange.accounts.NewAuthenticator;
import com.texchange.accounts.NewPasskey;
import com.texchange.accounts.SecondStep;
import com.texchange.accounts.SignIn;
import com.texchange.common.LanguageChoice;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The second step of signing in: a code or a passkey, or adding one of them. Who is there is not signed in yet. */
@Route(value = Routes.SECOND_FACTOR, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/accounts.css")
class SecondFactorView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SecondStep second;
    private Optional<String> path = Optional.empty();

    SecondFactorView(LanguageChoice languages, SecondStep second) {
        super(languages, I18NProvider.translate("accounts.factor.heading"));
        this.second = second;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        path = SignIn.path(query);
        Optional<SecondStep.Step> step = second.current();
        if (step.isEmpty()) {
            String login = "/" + SignIn.keeping(Routes.LOGIN, path);
            event.forwardToUrl(second.isOver() ? login + (path.isPresent() ? "&" : "?") + "error=again" : login);
            return;
        }
        boolean recovery = query.getSingleParameter(SignIn.RECOVERY).isPresent();
        show();
        query.getSingleParameter("error").ifPresent(error -> add(LoginView.message(switch (error) {
            case "missing" -> "accounts.factor.missing";
            case "locked" -> "accounts.factor.locked";
            case "source" -> "accounts.login.lockedSource";
            case "busy" -> "passwords.busy";
            default -> recovery ? "accounts.factor.wrongRecovery" : "accounts.factor.wrong";
        })));
        show(step.get(), recovery);
    }

    private void show(SecondStep.Step step, boolean recovery) {
        switch (step.kind()) {
            case CODE -> askFor(step, recovery);
            case DONE -> {
                // The page was opened anew: what it had shown cannot be shown twice.
                if (step.factors() != null) {
                    add(new Paragraph(getTranslation("accounts.factor.isSet")));
                }
                add(new SecondStepForm(step, path).toGoOn());
            }
            case OFFER, REQUIRED -> offer(step);
        }
        add(new Anchor(Routes.with(Routes.LOGIN, "other", "1"), getTranslation("accounts.factor.other")));
    }

    private void askFor(SecondStep.Step step, boolean recovery) {
        FactorInfo own = Objects.requireNonNull(step.factors());
        boolean app = own.appSince() != null;
        if (own.passkeys()) {
            add(new Paragraph(getTranslation("accounts.passkeys.ask", step.name())), new PasskeySignIn(path, () -> second.askPasskey(true),
                    () -> Notices.refused(new RefusedException("accounts.passkeys.none"))));
        }
        String asked = getTranslation(!app ? "accounts.passkeys.orRecovery" : recovery ? "accounts.factor.askRecovery" : "accounts.factor.askCode",
                step.name());
        add(new Paragraph(asked), new SecondStepForm(step, path).withCode(recovery || !app, app ? () -> askOtherwise(step, !recovery) : null));
    }

    /** What was said of the code before is gone with it. */
    private void askOtherwise(SecondStep.Step step, boolean recovery) {
        show();
        show(step, recovery);
    }

    private void offer(SecondStep.Step step) {
        NewAuthenticator app = second.begin();
        SecondStepForm goOn = new SecondStepForm(step, path).toGoOn();
        Div place = new Div(new Paragraph(getTranslation("accounts.factor.mustAdd", step.name())));
        Consumer<List<String>> done = codes -> {
            place.removeAll();
            place.add(new RecoveryCodeList(codes), goOn);
        };
        place.add(new AuthenticatorSetup(app, code -> second.add(app, code), done), new Paragraph(getTranslation("accounts.passkeys.instead")),
                passkey(done));
        add(place);
        if (step.kind() == SecondStep.Kind.OFFER) {
            SecondStepForm later = new SecondStepForm(step, path).unseen();
            Button button = new Button(getTranslation("accounts.factor.later", step.delaysLeft()), click -> later(later));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            place.add(button, later);
        }
    }

    private PasskeyButton passkey(Consumer<List<String>> done) {
        PasskeyButton button = new PasskeyButton(getTranslation("accounts.passkeys.add"));
        button.takes(() -> {
            NewPasskey asked = second.beginPasskey();
            button.make(asked.json(), answer -> {
                if (answer.isEmpty()) {
                    throw new RefusedException("accounts.passkeys.notMade");
                }
                done.accept(second.addPasskey(asked, answer));
            });
        });
        return button;
    }

    private void later(SecondStepForm form) {
        try {
            second.later();
            form.send();
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.factor.heading");
    }
}
