package com.texchange.accounts.ui;

import com.texchange.accounts.NewAuthenticator;
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
import java.util.Optional;

/** The second step of signing in: a code, or adding an app that makes codes. Who is there is not signed in yet. */
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
            event.forwardToUrl("/" + SignIn.keeping(Routes.LOGIN, path));
            return;
        }
        show();
        query.getSingleParameter("error").ifPresent(error -> add(LoginView.message(switch (error) {
            case "locked" -> "accounts.factor.locked";
            case "source" -> "accounts.login.lockedSource";
            case "busy" -> "accounts.busy";
            default -> "accounts.factor.wrong";
        })));
        show(step.get());
    }

    private void show(SecondStep.Step step) {
        switch (step.kind()) {
            case CODE -> add(new Paragraph(getTranslation("accounts.factor.askCode", step.name())), new SecondStepForm(step, path).withCode());
            case DONE -> add(new SecondStepForm(step, path).toGoOn());
            case OFFER, REQUIRED -> offer(step);
        }
        add(new Anchor(Routes.with(Routes.LOGIN, "other", "1"), getTranslation("accounts.factor.other")));
    }

    private void offer(SecondStep.Step step) {
        NewAuthenticator app = second.begin();
        SecondStepForm goOn = new SecondStepForm(step, path).toGoOn();
        Div place = new Div(new Paragraph(getTranslation("accounts.factor.mustAdd", step.name())));
        place.add(new AuthenticatorSetup(app, code -> second.add(app, code), codes -> {
            place.removeAll();
            place.add(new RecoveryCodeList(codes), goOn);
        }));
        add(place);
        if (step.kind() == SecondStep.Kind.OFFER) {
            SecondStepForm later = new SecondStepForm(step, path).unseen();
            Button button = new Button(getTranslation("accounts.factor.later", step.delaysLeft()), click -> later(later));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            place.add(button, later);
        }
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
