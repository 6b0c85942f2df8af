package com.texchange.accounts.ui;

import com.texchange.accounts.NewOperatorPerson;
import com.texchange.accounts.OperatorPeople;
import com.texchange.accounts.OperatorPerson;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an administrator of the operator is asked before somebody is invited, gets other roles or is kept out. */
final class OperatorDialogs {

    private final OperatorPeople people;
    private final Actor actor;
    private final Runnable done;

    OperatorDialogs(OperatorPeople people, Actor actor, Runnable done) {
        this.people = people;
        this.actor = actor;
        this.done = done;
    }

    void invite() {
        RecordBinder<NewOperatorPerson> binder = new RecordBinder<>(NewOperatorPerson.class);
        FormDialog dialog = FormDialog.asking(text("accounts.people.inviteTitle"), text("accounts.people.inviteSend"),
                close -> binder.submit(person -> DoubtfulAddress.ask(person.email(), () -> {
                    people.invite(person, actor);
                    close.run();
                    Notices.success(text("accounts.people.done.resend", person.name()));
                    done.run();
                }))).content(new Paragraph(text("accounts.people.inviteText")), form(binder));
        dialog.setWidth("32rem");
        binder.readRecord(new NewOperatorPerson("", "", Set.of(Role.SALES), Languages.closest(List.of(UI.getCurrent().getLocale()))));
        dialog.open();
    }

    private static FormLayout form(RecordBinder<NewOperatorPerson> binder) {
        TextField name = new TextField(text("accounts.people.name"));
        EmailInput email = new EmailInput(text("accounts.people.email"));
        CheckboxGroup<Role> roles = roles();
        Select<Locale> language = new Select<>();
        language.setLabel(text("accounts.people.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        binder.forField(name).bind("name");
        binder.forField(email).bind("email");
        binder.forField(roles).bind("roles");
        binder.forField(language).bind("locale");
        FormLayout form = new FormLayout(name, email, roles, language);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        return form;
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
        FormDialog dialog = new FormDialog(text("accounts.operator.rolesOf", person.name()), text("accounts.people.save"), () -> {
            people.give(person.id(), Set.copyOf(roles.getValue()), actor);
            Notices.success(text("accounts.operator.rolesGiven", person.name()));
            done.run();
            return true;
        }).content(new Paragraph(text("accounts.operator.rolesText")), roles);
        dialog.setWidth("32rem");
        dialog.open();
    }

    void switchOff(OperatorPerson person) {
        FormDialog dialog = new FormDialog(text("accounts.people.switchOffTitle", person.name()), text("accounts.people.act.switchOff"),
                () -> {
                    people.enable(person.id(), false, actor);
                    Notices.success(text("accounts.people.done.switchOff", person.name()));
                    done.run();
                    return true;
                }).dangerous().content(new Paragraph(text("accounts.people.switchOffText")));
        dialog.setWidth("32rem");
        dialog.open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
