package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.NewOperatorPerson;
import com.texchange.accounts.OperatorPeople;
import com.texchange.accounts.OperatorPerson;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.ReasonDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an administrator of the operator is asked before somebody is invited, gets other roles, is kept out, freed of a lost factor or erased;
 * who it is is asked when that is done, since a window may be open for long.
 */
final class OperatorDialogs {

    private final OperatorPeople people;
    private final PersonalData data;
    private final FreshSignIn fresh;
    private final Actor actor;
    private final Runnable done;

    OperatorDialogs(OperatorPeople people, PersonalData data, FreshSignIn fresh, Actor actor, Runnable done) {
        this.people = people;
        this.data = data;
        this.fresh = fresh;
        this.actor = actor;
        this.done = done;
    }

    void invite() {
        new InvitationDialog<>(NewOperatorPerson.class, roles(), "roles").open(
                new NewOperatorPerson("", "", Set.of(), Languages.closest(List.of(UI.getCurrent().getLocale()))), this::fresh,
                person -> {
                    people.invite(person, actor);
                    done.run();
                });
    }

    private void fresh(Runnable step) {
        FreshDialog.then(fresh, actor, step);
    }

    private static CheckboxGroup<Role> roles() {
        CheckboxGroup<Role> roles = new CheckboxGroup<>(text("accounts.operator.roles"));
        roles.setItems(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR);
        roles.setItemLabelGenerator(role -> text("accounts.operator.role.long." + role));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        return roles;
    }

    void roles(OperatorPerson person) {
        CheckboxGroup<Role> roles = roles();
        roles.setValue(person.roles());
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.operator.rolesOf", person.name()), text("accounts.people.save"),
                () -> {
                    people.give(person.id(), Set.copyOf(roles.getValue()), actor);
                    Notices.success(text("accounts.operator.rolesGiven", person.name()));
                    done.run();
                    return true;
                }).content(new Paragraph(text("accounts.operator.rolesText")), roles);
        dialog.setWidth("32rem");
        dialog.open();
    }

    void switchOff(OperatorPerson person) {
        FormDialog dialog = FreshDialog.window(fresh, actor, text("accounts.people.switchOffTitle", person.name()),
                text("accounts.people.act.switchOff"), () -> {
                    people.enable(person.id(), false, actor);
                    Notices.success(text("accounts.people.done.switchOff", person.name()));
                    done.run();
                    return true;
                }).dangerous().content(new Paragraph(text("accounts.people.switchOffText")));
        dialog.setWidth("32rem");
        dialog.open();
    }

    void removeFactor(OperatorPerson person) {
        reason("removeFactor", person, reason -> people.removeFactor(person.id(), reason, actor));
    }

    void erase(OperatorPerson person) {
        reason("erase", person, reason -> data.eraseOfOperator(person.id(), reason, actor));
    }

    private void reason(String act, OperatorPerson person, Consumer<String> step) {
        new ReasonDialog(text("accounts.people." + act + "Title", person.name()), text("accounts.people." + act + "Text"),
                text("accounts.people.act." + act), reason -> {
                    step.accept(reason);
                    Notices.success(text("accounts.people.done." + act, person.name()));
                    done.run();
                }).first(this::fresh).rereading(done).open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
