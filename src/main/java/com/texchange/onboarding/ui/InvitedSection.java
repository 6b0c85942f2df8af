package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.OwnInvitations;
import com.texchange.onboarding.OwnInvitations.OwnInvitation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;

/** Invitations to somebody of a supplier who is no distributor yet; distributors see theirs in what they are asked for. */
class InvitedSection extends HomeSection {

    private final transient OwnInvitations invitations;
    private final transient Joining joining;
    private final transient Actor actor;

    InvitedSection(OwnInvitations invitations, Joining joining, Actor actor) {
        super(UI.getCurrent().getTranslation("onboarding.invited.title"));
        this.invitations = invitations;
        this.joining = joining;
        this.actor = actor;
        setWide();
    }

    void refresh() {
        List<OwnInvitation> own = actor.has(Role.DISTRIBUTOR) ? List.of() : invitations.of(actor);
        setVisible(!own.isEmpty());
        show(own.stream().flatMap(invitation -> List.of(sentence(invitation), open(invitation)).stream())
                .toArray(Component[]::new));
    }

    private Component sentence(OwnInvitation invitation) {
        Paragraph sentence = new Paragraph(getTranslation("onboarding.invited.text", invitation.supplier(),
                DateTimes.until(invitation.expiresAt())));
        sentence.addClassName("home-sentence");
        return sentence;
    }

    private Button open(OwnInvitation invitation) {
        Button open = new Button(getTranslation("onboarding.invited.open"), click -> UI.getCurrent().navigate(Routes.JOIN,
                QueryParameters.of("invite", joining.linkToOwn(invitation.id(), actor))));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return open;
    }
}
