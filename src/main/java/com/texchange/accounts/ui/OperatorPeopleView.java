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
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.UnbrokenText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private final transient Clock clock;
    private final Grid<OperatorPerson> grid = new Grid<>();

    OperatorPeopleView(OperatorPeople people, PersonalData data, FreshSignIn fresh, ChangeFeed feed, CurrentActor currentActor, Clock clock) {
        this.people = people;
        this.fresh = fresh;
        this.actor = currentActor.get();
        this.clock = clock;
        this.dialogs = new OperatorDialogs(people, data, actor, this::refresh);
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, OperatorPeople.CHANGE), this::refresh);
        Paragraph hint = new Paragraph(getTranslation("accounts.operator.hint"));
        hint.addClassName("hint");
        Button invite = new Button(getTranslation("accounts.people.invite"), click -> fresh(dialogs::invite));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new PageHeader(getPageTitle()), hint, invite, columns());
        refresh();
    }

    private Grid<OperatorPerson> columns() {
        grid.addComponentColumn(one -> new Div(person(one), new Div(roles(one)), new Div(state(one)), acts(one)))
                .setKey("composed").setVisible(false);
        grid.addComponentColumn(OperatorPeopleView::person).setKey("person").setFlexGrow(2);
        grid.addColumn(this::roles).setKey("roles").setFlexGrow(1);
        grid.addColumn(this::state).setKey("state").setWidth("14rem").setFlexGrow(0);
        grid.addComponentColumn(this::acts).setKey("acts").setFlexGrow(3);
        grid.getColumns().forEach(column -> column.setHeader(getTranslation(column.getKey().equals("roles")
                ? "accounts.operator.roles" : "accounts.people.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("people-grid");
        grid.setAriaLabel(getPageTitle());
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == Objects.equals(column.getKey(), "composed"))));
        return grid;
    }

    private void refresh() {
        grid.setItems(people.all(actor));
    }

    private static Component person(OperatorPerson person) {
        Div cell = new Div(new Span(person.name()), new UnbrokenText(person.email().value()));
        cell.addClassName("composed-cell");
        return cell;
    }

    private String roles(OperatorPerson person) {
        return Arrays.stream(Role.values()).filter(person.roles()::contains).map(role -> getTranslation("accounts.operator.role." + role))
                .collect(Collectors.joining(", "));
    }

    private String state(OperatorPerson person) {
        if (person.invitedUntil() == null) {
            return getTranslation("accounts.people.state." + person.state());
        }
        return person.invitedUntil().isBefore(clock.instant()) ? getTranslation("accounts.people.invitationOver")
                : getTranslation("accounts.people.invitedUntil", DateTimes.date(person.invitedUntil()));
    }

    private Component acts(OperatorPerson person) {
        Div acts = new Div();
        acts.addClassName("people-acts");
        actsOn(person).forEach(acts::add);
        return acts;
    }

    private List<Button> actsOn(OperatorPerson person) {
        return switch (person.state()) {
            case INVITED -> List.of(
                    act("resend", person, () -> people.resend(person.id(), actor)),
                    act("withdraw", person, () -> people.withdraw(person.id(), actor)));
            case IN -> {
                List<Button> acts = new ArrayList<>(List.of(
                        button("roles", person, () -> fresh(() -> dialogs.roles(person))),
                        act("endSessions", person, () -> people.endSessions(person.id(), actor)),
                        button("switchOff", person, () -> fresh(() -> dialogs.switchOff(person)))));
                if (person.secondFactor() && !person.id().equals(actor.id())) {
                    acts.add(button("removeFactor", person, () -> fresh(() -> dialogs.removeFactor(person))));
                }
                yield acts;
            }
            case OFF -> List.of(
                    button("switchOn", person, () -> fresh(() -> done("switchOn", person, () -> people.enable(person.id(), true, actor)))),
                    button("erase", person, () -> fresh(() -> dialogs.erase(person))));
        };
    }

    private void fresh(Runnable step) {
        FreshDialog.then(fresh, actor, step);
    }

    private Button act(String key, OperatorPerson person, Runnable act) {
        return button(key, person, () -> done(key, person, act));
    }

    private void done(String key, OperatorPerson person, Runnable act) {
        act.run();
        Notices.success(getTranslation("accounts.people.done." + key, person.name()));
        refresh();
    }

    private Button button(String key, OperatorPerson person, Runnable act) {
        Button button = new Button(getTranslation("accounts.people.act." + key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("accounts.people.actOn", button.getText(), person.name()));
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.operator.title");
    }
}
