package com.texchange.accounts.ui;

import com.texchange.accounts.Colleague;
import com.texchange.accounts.ColleagueInvitations;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.NewColleague;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Objects;

/**
 * What an administrator is asked before a colleague is invited, gets another position or is kept out; who it is is asked when that is
 * done, since a window may be open for long.
 */
final class ColleagueDialogs {

    private final CompanyPeople people;
    private final ColleagueInvitations invitations;
    private final FreshSignIn fresh;
    private final Actor actor;

    ColleagueDialogs(CompanyPeople people, ColleagueInvitations invitations, FreshSignIn fresh, Actor actor) {
        this.people = people;
        this.invitations = invitations;
        this.fresh = fresh;
        this.actor = actor;
    }

    void invite(Runnable done) {
        new InvitationDialog<>(NewColleague.class, positions(), "position").open(
                new NewColleague("", "", Position.LICENSE_MANAGER, Languages.closest(List.of(UI.getCurrent().getLocale()))), this::fresh,
                colleague -> {
                    invitations.invite(colleague, actor);
                    done.run();
                });
    }

    private void fresh(Runnable step) {
        FreshDialog.then(fresh, actor, step);
    }

    private static RadioButtonGroup<Position> positions() {
        RadioButtonGroup<Position> positions = new RadioButtonGroup<>(text("accounts.people.column.position"));
        positions.setItems(Position.values());
        positions.setItemLabelGenerator(position -> text("accounts.position.long." + position));
        return positions;
    }

    void move(Colleague colleague, Runnable done) {
        RadioButtonGroup<Position> position = positions();
        position.setValue(colleague.position());
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.people.moveTitle", colleague.name()),
                text("accounts.people.save"), () -> {
                    people.move(colleague.id(), Objects.requireNonNull(position.getValue()), actor);
                    Notices.success(text("accounts.people.done.move", colleague.name()));
                    done.run();
                    return true;
                }).content(new Paragraph(text("accounts.people.moveText")), position);
        dialog.setWidth("32rem");
        dialog.open();
    }

    void switchOff(Colleague colleague, Runnable done) {
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.people.switchOffTitle", colleague.name()),
                text("accounts.people.act.switchOff"), () -> {
                    people.enable(colleague.id(), false, actor);
                    Notices.success(text("accounts.people.done.switchOff", colleague.name()));
                    done.run();
                    return true;
                }).dangerous().content(new Paragraph(text("accounts.people.switchOffText")));
        dialog.setWidth("32rem");
        dialog.open();
    }

    void erase(Colleague colleague, PersonalData data, Runnable done) {
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.people.eraseTitle", colleague.name()),
                text("accounts.people.act.erase"), () -> {
                    data.erase(colleague.id(), actor);
                    Notices.success(text("accounts.people.done.erase", colleague.name()));
                    done.run();
                    return true;
                }).dangerous().content(new Paragraph(text("accounts.people.eraseText")));
        dialog.setWidth("32rem");
        dialog.open();
    }

    void removeFactor(Colleague colleague, Runnable done) {
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.people.removeFactorTitle", colleague.name()),
                text("accounts.people.act.removeFactor"), () -> {
                    people.removeFactor(colleague.id(), actor);
                    Notices.success(text("accounts.people.done.removeFactor", colleague.name()));
                    done.run();
                    return true;
                }).dangerous().content(new Paragraph(text("accounts.people.removeFactorText")));
        dialog.setWidth("32rem");
        dialog.open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
