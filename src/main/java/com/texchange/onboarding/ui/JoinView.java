package com.texchange.onboarding.ui;

import com.texchange.accounts.SignIn;
import com.texchange.accounts.SignOut;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.Moments;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.Windows;
import com.texchange.onboarding.InvitationInfo;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.OpenedInvitations;
import com.texchange.onboarding.Stage;
import com.texchange.partners.Companies;
import com.texchange.registrations.DuplicateRequests;
import com.texchange.registrations.RegistrationForm;
import com.texchange.registrations.RegistrationRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Objects;
import java.util.Optional;

/** The page behind an invitation's link: who invites whom, and the next step. Opening it changes nothing. */
@Route(value = Routes.JOIN, autoLayout = false)
@AnonymousAllowed
class JoinView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OpenedInvitations invitations;
    private final transient Joining joining;
    private final transient CurrentActor currentActor;
    private final transient Companies companies;
    private final transient DuplicateRequests duplicates;
    private final transient SignOut signOut;
    private String token = "";

    JoinView(LanguageChoice languages, OpenedInvitations invitations, Joining joining, CurrentActor currentActor,
            Companies companies, DuplicateRequests duplicates, SignOut signOut) {
        super(languages, UI.getCurrent().getTranslation("onboarding.join.title"));
        this.invitations = invitations;
        this.joining = joining;
        this.currentActor = currentActor;
        this.companies = companies;
        this.duplicates = duplicates;
        this.signOut = signOut;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation().getQueryParameters().getSingleParameter("invite").orElse("");
        Optional<InvitationInfo> invitation = invitations.look(token);
        if (invitation.isEmpty()) {
            showNoInvitation();
        } else if (invitation.get().stage() == Stage.INVITED) {
            showInvitation(invitation.get());
        } else {
            showOver(invitation.get());
        }
    }

    /** Whose own address the newer invitation went to goes on with that one, once signed in. */
    private void showNoInvitation() {
        if (!invitations.isEnded(token)) {
            show(new Paragraph(getTranslation("onboarding.join.damaged")), link(Routes.LOGIN, "onboarding.join.signIn"));
            return;
        }
        Optional<Actor> actor = currentActor.find().filter(person -> person.has(Role.DISTRIBUTOR));
        Optional<InvitationInfo> newer = actor.flatMap(person -> invitations.newerFor(token, person));
        if (newer.isPresent()) {
            show(new Paragraph(new UnbrokenText(getTranslation("onboarding.join.newer", newer.get().supplier()))),
                    link(Routes.of(Routes.SUPPLIERS, newer.get().id()), "onboarding.join.toCard"));
        } else if (actor.isPresent()) {
            show(new Paragraph(getTranslation("onboarding.join.ended")), link(Routes.SUPPLIERS, "onboarding.join.toSuppliers"));
        } else {
            show(new Paragraph(getTranslation("onboarding.join.ended")), signIn());
        }
    }

    /** Whose it is goes on at the supplier's card. */
    private void showOver(InvitationInfo invitation) {
        String card = Routes.of(Routes.SUPPLIERS, invitation.id());
        boolean signedIn = currentActor.find().filter(actor -> actor.has(Role.DISTRIBUTOR)).isPresent();
        show(new Paragraph(new UnbrokenText(getTranslation("onboarding.join.over." + invitation.stage(), invitation.supplier()))),
                signedIn ? link(card, "onboarding.join.toCard") : link(SignIn.link("/" + card), "onboarding.join.signIn"));
    }

    private void showInvitation(InvitationInfo invitation) {
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.supplier"), invitation.supplier())
                .add(getTranslation("onboarding.join.invited"), invitation.invitee().email().value())
                .add(getTranslation("onboarding.code"), invitation.code().value())
                .add(getTranslation("onboarding.join.validUntil"),
                        new Moments(getLocale(), invitation.zone()).named(invitation.expiresAt()));
        show(new Paragraph(getTranslation("onboarding.join.invites", invitation.supplier())), facts);
        Optional<Actor> actor = currentActor.find();
        if (actor.isPresent()) {
            forSignedIn(actor.get(), invitation);
        } else if (invitation.accountKnown()) {
            add(new Paragraph(getTranslation("onboarding.join.accountKnown")), signIn());
        } else {
            add(new H2(getTranslation("onboarding.join.haveAccount")), signIn(),
                    new H2(getTranslation("onboarding.join.newHere")),
                    new Paragraph(getTranslation("onboarding.join.register")), form(invitation));
        }
    }

    private void forSignedIn(Actor actor, InvitationInfo invitation) {
        if (actor.has(Role.DISTRIBUTOR) && actor.companyId() != null) {
            forDistributor(actor, companies.get(actor.companyId()).name(), invitation);
        } else if (actor.companyId() != null && invitation.isTo(actor)) {
            add(new Paragraph(getTranslation("onboarding.join.becomeDistributor",
                    companies.get(actor.companyId()).name())), form(invitation), otherPerson());
        } else {
            add(new Paragraph(new UnbrokenText(getTranslation("onboarding.join.notDistributor", actor.name(), actor.email()))), otherPerson());
        }
    }

    private void forDistributor(Actor actor, String company, InvitationInfo invitation) {
        if (!actor.mayAct()) {
            add(new Paragraph(getTranslation("onboarding.join.signedInAs", actor.name(), company)), Acts.whyNotActing(actor), otherPerson());
            return;
        }
        Button go = new Button(getTranslation("onboarding.join.continueAs", company));
        go.addClassName("wide-button");
        Button other = otherPerson();
        if (invitation.isToCompanyOf(actor)) {
            go.addClickListener(click -> follow(actor, invitation));
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(new Paragraph(getTranslation(invitation.isTo(actor) ? "onboarding.join.signedInAs"
                    : "onboarding.join.colleague", actor.name(), company)), go, other);
        } else {
            go.addClickListener(click -> askToTakeOver(actor, company, invitation));
            other.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Paragraph warning = new Paragraph(new UnbrokenText(getTranslation("onboarding.join.otherAddress", actor.name(), actor.email(),
                    company, invitation.invitee().email())));
            warning.addClassName("warning");
            add(warning, other, go);
        }
    }

    private void askToTakeOver(Actor actor, String company, InvitationInfo invitation) {
        ConfirmDialog question = new ConfirmDialog(getTranslation("onboarding.takeOver.title"),
                getTranslation("onboarding.takeOver.text", invitation.invitee().email(), company, invitation.supplier()),
                getTranslation("onboarding.takeOver.confirm"), confirmed -> follow(actor, invitation));
        question.setCancelable(true);
        question.setCancelText(getTranslation("common.cancel"));
        Windows.openOnce(question);
    }

    private void follow(Actor actor, InvitationInfo invitation) {
        OnboardingId id = joining.follow(token, actor);
        if (!id.equals(invitation.id())) {
            Notices.success(getTranslation("onboarding.joined", invitation.supplier()));
        }
        UI.getCurrent().navigate(Routes.of(Routes.SUPPLIERS, id));
    }

    /** Comes back here after the other person has signed in. */
    private Button otherPerson() {
        Button other = new Button(getTranslation("onboarding.join.otherPerson"), click -> signOut.thenSignIn(here()));
        other.addClassName("wide-button");
        return other;
    }

    private RegistrationForm form(InvitationInfo invitation) {
        RegistrationRequest known = new RegistrationRequest(invitation.invitee().name(),
                Objects.toString(invitation.invitee().taxId(), ""),
                Objects.requireNonNullElse(invitation.invitee().city(), ""), "", "",
                invitation.invitee().email().value());
        return new RegistrationForm(known, request -> {
            RegistrationId id = joining.requestRegistration(token, request, getLocale());
            show(new Paragraph(new UnbrokenText(getTranslation("onboarding.join.requested", request.email()))));
            duplicates.notes(id).forEach(note -> add(new Paragraph(getTranslation(note))));
        });
    }

    /** Comes back here afterwards. */
    private Component signIn() {
        return link(SignIn.link(here()), "onboarding.join.signIn");
    }

    private String here() {
        return "/" + Routes.with(Routes.JOIN, "invite", token);
    }

    private Anchor link(String address, String key) {
        Anchor link = new Anchor(address, getTranslation(key));
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
