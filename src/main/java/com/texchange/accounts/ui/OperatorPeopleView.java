package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OperatorPeople;
import com.texchange.accounts.OperatorPerson;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** «Сотрудники оператора»: an administrator of the operator invites its people, gives and takes roles, keeps people out. */
@Route(Routes.OPERATOR_PEOPLE)
@Menu(title = "accounts.operator.menu", order = 71, icon = "vaadin:users")
@RolesAllowed("ADMINISTRATOR")
class OperatorPeopleView extends VerticalLayout implements HasDynamicTitle {

    private final transient OperatorPeople people;
    private final transient OperatorDialogs dialogs;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;
    private final PeopleGrid<OperatorPerson> grid;

    OperatorPeopleView(OperatorPeople people, PersonalData data, FreshSignIn fresh, ChangeFeed feed, CurrentActor currentActor, Clock clock) {
        this.people = people;
        this.fresh = fresh;
        this.actor = currentActor.get();
        grid = new PeopleGrid<>(() -> people.all(actor), "roles", "accounts.operator.roles", this::roles, this::actsOn, clock);
        this.dialogs = new OperatorDialogs(people, data, fresh, actor, grid::refresh);
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, OperatorPeople.CHANGE), grid::refresh);
        Paragraph hint = new Paragraph(getTranslation("accounts.operator.hint"));
        hint.addClassName("hint");
        Button invite = new Button(getTranslation("accounts.people.invite"), click -> dialogs.invite());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // The longest word of a role stays whole.
        grid.getColumnByKey("roles").setWidth("10rem");
        grid.setAriaLabel(getPageTitle());
        add(new PageHeader(getPageTitle()), hint, invite, grid);
        grid.refresh();
    }

    private String roles(OperatorPerson person) {
        return Arrays.stream(Role.values()).filter(person.roles()::contains).map(role -> getTranslation("accounts.operator.role." + role))
                .collect(Collectors.joining(", "));
    }

    private List<Button> actsOn(OperatorPerson person) {
        return switch (person.state()) {
            case INVITED -> List.of(
                    grid.act("resend", person, () -> people.resend(person.id(), actor)),
                    grid.act("withdraw", person, () -> people.withdraw(person.id(), actor)));
            case IN -> {
                List<Button> acts = new ArrayList<>(List.of(
                        grid.button("roles", person, () -> dialogs.roles(person)),
                        grid.act("endSessions", person, () -> people.endSessions(person.id(), actor)),
                        grid.button("switchOff", person, () -> dialogs.switchOff(person))));
                if (person.secondFactor() && !person.id().equals(actor.id())) {
                    acts.add(grid.button("removeFactor", person, () -> dialogs.removeFactor(person)));
                }
                yield acts;
            }
            case OFF -> List.of(
                    grid.button("switchOn", person, () -> FreshDialog.then(fresh, actor, () -> grid.done("switchOn", person,
                            () -> people.enable(person.id(), true, actor)))),
                    grid.button("erase", person, () -> dialogs.erase(person)));
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.operator.title");
    }
}
