package com.texchange.registry.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.NewColleague;
import com.texchange.accounts.PeopleOfCompanies;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Whom the sales department invites as a company's administrator, and why. */
class AdministratorDialog {

    private final RecordBinder<Invited> binder = new RecordBinder<>(Invited.class);
    private final PeopleOfCompanies people;
    private final FreshSignIn fresh;
    private final CompanyInfo company;
    private final Actor actor;
    private final Runnable done;

    AdministratorDialog(PeopleOfCompanies people, FreshSignIn fresh, CompanyInfo company, Actor actor, Runnable done) {
        this.people = people;
        this.fresh = fresh;
        this.company = company;
        this.actor = actor;
        this.done = done;
    }

    void open() {
        FormDialog dialog = FormDialog.asking(text("registry.invite"), text("accounts.people.inviteSend"), close -> binder.submit(
                invited -> DoubtfulAddress.ask(invited.email(), () -> FreshDialog.then(fresh, actor, () -> {
                    invite(invited);
                    close.run();
                    done.run();
                })))).content(new Paragraph(text("registry.inviteText", company.name())), fields());
        dialog.setWidth("32rem");
        binder.readRecord(new Invited("", "", ""));
        dialog.open();
    }

    private Component fields() {
        TextField name = new TextField(text("accounts.people.name"));
        EmailInput email = new EmailInput(text("accounts.people.email"));
        TextField reason = new TextField(text("common.reason"));
        binder.forField(name).bind("name");
        binder.forField(email).bind("email");
        binder.forField(reason).bind("reason");
        Div fields = new Div(name, email, reason);
        fields.addClassName("profile-fields");
        return fields;
    }

    private void invite(Invited invited) {
        people.invite(company.id(), new NewColleague(invited.name(), invited.email(), Position.ADMINISTRATOR,
                Languages.closest(List.of(UI.getCurrent().getLocale()))), invited.reason(), actor);
        Notices.success(text("accounts.people.done.resend", invited.name()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** What the form asks for; public, since the binder makes it. */
    public record Invited(@NotBlank @Size(max = 200) @SingleLine String name, @NotBlank @ValidEmail String email,
            @NotBlank @Size(max = 1000) @SingleLine String reason) {
    }
}
