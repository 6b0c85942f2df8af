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
import java.util.List;
import java.util.Objects;

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
    private final transient Clock clock;
    private final Grid<Colleague> grid = new Grid<>();

    PeopleView(CompanyPeople people, ColleagueInvitations invitations, PersonalData personalData, FreshSignIn fresh, ChangeFeed feed,
            CurrentActor currentActor, Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.personalData = personalData;
        this.fresh = fresh;
        this.actor = currentActor.get();
        this.clock = clock;
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, actor.companyId()), this::refresh);
        PageHeader header = new PageHeader(getTranslation("accounts.people.title"));
        Paragraph hint = new Paragraph(getTranslation(actor.administers() ? "accounts.people.hint" : "accounts.people.hintToOthers"));
        hint.addClassName("hint");
        add(header, hint);
        if (actor.administers()) {
            Button invite = new Button(getTranslation("accounts.people.invite"), click -> fresh(() -> new ColleagueDialogs(people, invitations,
                    actor).invite(this::refresh)));
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(invite);
        }
        add(columns());
        refresh();
    }

    private Grid<Colleague> columns() {
        grid.addComponentColumn(colleague -> new Div(person(colleague), new Div(position(colleague)), new Div(state(colleague)),
                acts(colleague))).setKey("composed").setVisible(false);
        grid.addComponentColumn(PeopleView::person).setKey("person").setFlexGrow(2);
        grid.addColumn(this::position).setKey("position").setWidth("12rem").setFlexGrow(0);
        grid.addColumn(this::state).setKey("state").setWidth("14rem").setFlexGrow(0);
        grid.addComponentColumn(this::acts).setKey("acts").setFlexGrow(3);
        grid.getColumns().forEach(column -> column.setHeader(getTranslation("accounts.people.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(true);
        grid.addClassName("people-grid");
        grid.setAriaLabel(getTranslation("accounts.people.title"));
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == Objects.equals(column.getKey(), "composed"))));
        return grid;
    }

    private void refresh() {
        grid.setItems(people.of(actor));
    }

    private static Component person(Colleague colleague) {
        Div cell = new Div(new Span(colleague.name()), new UnbrokenText(colleague.email().value()));
        cell.addClassName("composed-cell");
        return cell;
    }

    private String position(Colleague colleague) {
        return getTranslation("accounts.position." + colleague.position());
    }

    private String state(Colleague colleague) {
        if (colleague.invitedUntil() == null) {
            return getTranslation("accounts.people.state." + colleague.state());
        }
        boolean over = colleague.invitedUntil().isBefore(clock.instant());
        return over ? getTranslation("accounts.people.invitationOver")
                : getTranslation("accounts.people.invitedUntil", DateTimes.date(colleague.invitedUntil()));
    }

    private Component acts(Colleague colleague) {
        Div acts = new Div();
        acts.addClassName("people-acts");
        if (actor.administers()) {
            actsOn(colleague).forEach(acts::add);
        }
        return acts;
    }

    private List<Button> actsOn(Colleague colleague) {
        ColleagueDialogs dialogs = new ColleagueDialogs(people, invitations, actor);
        return switch (colleague.state()) {
            case INVITED -> List.of(
                    act("resend", colleague, () -> invitations.resend(colleague.id(), actor)),
                    act("withdraw", colleague, () -> invitations.withdraw(colleague.id(), actor)));
            case IN -> {
                List<Button> acts = new ArrayList<>(List.of(
                        button("move", colleague, () -> fresh(() -> dialogs.move(colleague, this::refresh))),
                        act("endSessions", colleague, () -> people.endSessions(colleague.id(), actor)),
                        button("switchOff", colleague, () -> fresh(() -> dialogs.switchOff(colleague, this::refresh)))));
                if (colleague.secondFactor() && !colleague.id().equals(actor.id())) {
                    acts.add(button("removeFactor", colleague, () -> fresh(() -> dialogs.removeFactor(colleague, this::refresh))));
                }
                yield acts;
            }
            case OFF -> List.of(
                    button("switchOn", colleague, () -> fresh(() -> done("switchOn", colleague,
                            () -> people.enable(colleague.id(), true, actor)))),
                    button("erase", colleague, () -> fresh(() -> dialogs.erase(colleague, personalData, this::refresh))));
        };
    }

    private void fresh(Runnable step) {
        FreshDialog.then(fresh, actor, step);
    }

    private Button act(String key, Colleague colleague, Runnable act) {
        return button(key, colleague, () -> done(key, colleague, act));
    }

    private void done(String key, Colleague colleague, Runnable act) {
        act.run();
        Notices.success(getTranslation("accounts.people.done." + key, colleague.name()));
        refresh();
    }

    private Button button(String key, Colleague colleague, Runnable act) {
        Button button = new Button(getTranslation("accounts.people.act." + key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("accounts.people.actOn", button.getText(), colleague.name()));
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.people.title");
    }
}
