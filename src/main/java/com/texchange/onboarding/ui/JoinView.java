package com.texchange.onboarding.ui;

import com.texchange.accounts.SignIn;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.PublicPage;
import com.texchange.onboarding.InvitationInfo;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.OpenedInvitations;
import com.texchange.onboarding.Stage;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationForm;
import com.texchange.registrations.RegistrationRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Objects;
import java.util.Optional;

/** The page behind an invitation's link: who invites, and the next step. Opening it changes nothing. */
@Route(value = Routes.JOIN, autoLayout = false)
@AnonymousAllowed
class JoinView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OpenedInvitations invitations;
    private final transient Joining joining;
    private final transient CurrentActor currentActor;
    private final transient Companies companies;
    private final transient AuthenticationContext authentication;
    private String token = "";

    JoinView(LanguageChoice languages, OpenedInvitations invitations, Joining joining, CurrentActor currentActor,
            Companies companies, AuthenticationContext authentication) {
        super(languages, UI.getCurrent().getTranslation("onboarding.join.title"));
        this.invitations = invitations;
        this.joining = joining;
        this.currentActor = currentActor;
        this.companies = companies;
        this.authentication = authentication;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("invite").orElse("");
        Optional<InvitationInfo> invitation = invitations.look(token);
        if (invitation.isEmpty()) {
            show(new Paragraph(getTranslation("onboarding.join.damaged")),
                    signIn(Routes.LOGIN));
        } else if (invitation.get().stage() == Stage.INVITED) {
            showInvitation(invitation.get());
        } else {
            showOver(invitation.get());
        }
    }

    private void showOver(InvitationInfo invitation) {
        show(new Paragraph(getTranslation("onboarding.join.over." + invitation.stage(), invitation.supplier())),
                signIn());
    }

    private void showInvitation(InvitationInfo invitation) {
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.supplier"), invitation.supplier())
                .add(getTranslation("onboarding.code"), invitation.code().value())
                .add(getTranslation("onboarding.join.validUntil"), DateTimes.date(invitation.expiresAt()));
        Paragraph invites = new Paragraph(getTranslation("onboarding.join.invites", invitation.supplier()));
        show(invites, facts);
        Optional<Actor> actor = currentActor.find();
        if (actor.isPresent()) {
            add(forSignedIn(actor.get()));
        } else if (invitation.accountKnown()) {
            add(new Paragraph(getTranslation("onboarding.join.accountKnown")), signIn());
        } else {
            add(new H2(getTranslation("onboarding.join.haveAccount")), signIn(),
                    new H2(getTranslation("onboarding.join.newHere")),
                    new Paragraph(getTranslation("onboarding.join.register")), form(invitation));
        }
    }

    private Component[] forSignedIn(Actor actor) {
        if (!actor.has(Role.DISTRIBUTOR) || actor.companyId() == null) {
            return new Component[] {new Paragraph(getTranslation("onboarding.join.notDistributor", actor.name())),
                new Button(getTranslation("onboarding.join.signOut"), click -> authentication.logout())};
        }
        String company = companies.get(actor.companyId()).name();
        Button go = new Button(getTranslation("onboarding.join.continueAs", company), click -> follow(actor));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClassName("wide-button");
        return new Component[] {new Paragraph(getTranslation("onboarding.join.signedInAs", actor.name(), company)), go};
    }

    private void follow(Actor actor) {
        joining.follow(token, actor);
        UI.getCurrent().navigate(SuppliersView.class);
    }

    private RegistrationForm form(InvitationInfo invitation) {
        RegistrationRequest known = new RegistrationRequest(invitation.invitee().name(),
                Objects.toString(invitation.invitee().taxId(), ""),
                Objects.requireNonNullElse(invitation.invitee().city(), ""), "", "",
                invitation.invitee().email().value());
        return new RegistrationForm(known, request -> {
            joining.requestRegistration(token, request, getLocale());
            show(new Paragraph(getTranslation("onboarding.join.requested", request.email())));
        });
    }

    /** Comes back here afterwards. */
    private Anchor signIn() {
        return signIn(SignIn.link("/" + Routes.with(Routes.JOIN, "invite", token)));
    }

    private Anchor signIn(String address) {
        Anchor link = new Anchor(address, getTranslation("onboarding.join.signIn"));
        link.addClassName("button-link");
        // The sign-in page is served by the security filter, not by the router.
        link.setRouterIgnore(true);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("onboarding.join.title");
    }
}
