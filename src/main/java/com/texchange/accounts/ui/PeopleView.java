package com.texchange.accounts.ui;

import com.texchange.accounts.Colleague;
import com.texchange.accounts.ColleagueInvitations;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.PersonalData;
import com.texchange.accounts.FreshSignIn;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** «Сотрудники»: everybody of a company sees who belongs to it; its administrators look after them. */
@Route(Routes.PEOPLE)
@Menu(title = "accounts.people.title", order = 71, icon = "vaadin:users")
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR"})
class PeopleView extends VerticalLayout implements HasDynamicTitle {

    private final transient CompanyPeople people;
    private final transient ColleagueInvitations invitations;
    private final transient PersonalData personalData;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;
    private final PeopleGrid<Colleague> grid;

    PeopleView(CompanyPeople people, ColleagueInvitations invitations, PersonalData personalData, FreshSignIn fresh, ChangeFeed feed,
            CurrentActor currentActor, Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.personalData = personalData;
        this.fresh = fresh;
        this.actor = currentActor.get();
        grid = new PeopleGrid<>(() -> people.of(actor), "position", "accounts.people.column.position", this::position, this::actsOn, clock);
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, actor.companyId()), grid::refresh);
        PageHeader header = new PageHeader(getTranslation("accounts.people.title"));
        Paragraph hint = new Paragraph(getTranslation(actor.administers() ? "accounts.people.hint" : "accounts.people.hintToOthers"));
        hint.addClassName("hint");
        add(header, hint);
        if (actor.administers()) {
            Button invite = new Button(getTranslation("accounts.people.invite"), click -> dialogs().invite(grid::refresh));
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(invite);
        }
        grid.getColumnByKey("position").setWidth("12rem").setFlexGrow(0);
        grid.setAriaLabel(getPageTitle());
        add(grid);
        grid.refresh();
    }

    private String position(Colleague colleague) {
        return getTranslation("accounts.position." + colleague.position());
    }

    private List<Button> actsOn(Colleague colleague) {
        if (!actor.administers()) {
            return List.of();
        }
        ColleagueDialogs dialogs = dialogs();
        return switch (colleague.state()) {
            case INVITED -> List.of(
                    grid.act("resend", colleague, () -> invitations.resend(colleague.id(), actor)),
                    grid.act("withdraw", colleague, () -> invitations.withdraw(colleague.id(), actor)));
            case IN -> {
                List<Button> acts = new ArrayList<>(List.of(
                        grid.button("move", colleague, () -> dialogs.move(colleague, grid::refresh)),
                        grid.act("endSessions", colleague, () -> people.endSessions(colleague.id(), actor)),
                        grid.button("switchOff", colleague, () -> dialogs.switchOff(colleague, grid::refresh))));
                if (colleague.secondFactor() && !colleague.id().equals(actor.id())) {
                    acts.add(grid.button("removeFactor", colleague, () -> dialogs.removeFactor(colleague, grid::refresh)));
                }
                yield acts;
            }
            case OFF -> List.of(
                    grid.button("switchOn", colleague, () -> FreshDialog.then(fresh, actor, () -> grid.done("switchOn", colleague,
                            () -> people.enable(colleague.id(), true, actor)))),
                    grid.button("erase", colleague, () -> dialogs.erase(colleague, personalData, grid::refresh)));
        };
    }

    private ColleagueDialogs dialogs() {
        return new ColleagueDialogs(people, invitations, fresh, actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.people.title");
    }
}
