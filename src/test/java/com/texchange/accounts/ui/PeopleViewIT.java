package com.texchange.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.Colleague;
import com.texchange.accounts.Colleague.State;
import com.texchange.accounts.ColleagueInvitations;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** «Сотрудники». */
@IntegrationTest
class PeopleViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    CompanyPeople company;
    @Autowired
    ColleagueInvitations invitations;
    @Autowired
    FreshSignIn fresh;
    @Autowired
    TestSessions sessions;
    private final String email = TestPeople.anyEmail();

    @Test
    void anAdministratorInvitesAColleagueAndTakesTheInvitationBack() {
        Actor administrator = people.supplier();
        SignedIn.as(administrator, "ru");
        open("people");
        click("Пригласить сотрудника");
        click("Отправить приглашение");
        FormDialog dialog = find(FormDialog.class).single();
        assertThat(find(TextField.class, dialog).all().getFirst().isInvalid()).isTrue();
        test(find(TextField.class, dialog).all().getFirst()).setValue("Ольга Новикова");
        test(find(EmailInput.class, dialog).single()).setValue(email);
        click("Отправить приглашение");

        assertThat(company.of(administrator)).filteredOn(person -> person.state() == State.INVITED)
                .extracting(Colleague::name).containsExactly("Ольга Новикова");
        assertThat(Mailbox.of(email).await("Вас приглашают").text()).contains(administrator.name());
    }

    /** The window may have been open for long: nothing that was typed is lost. */
    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordWhenTheInvitationIsSent() {
        Actor administrator = people.supplier();
        SignedIn.as(administrator, "ru");
        sessions.beginHereLongAgo(administrator);
        open("people");
        click("Пригласить сотрудника");
        assertThat(find(PasswordField.class).exists()).isFalse();
        FormDialog dialog = find(FormDialog.class).single();
        test(find(TextField.class, dialog).all().getFirst()).setValue("Ольга Новикова");
        test(find(EmailInput.class, dialog).single()).setValue(email);
        click("Отправить приглашение");
        assertThat(company.of(administrator)).extracting(Colleague::name).doesNotContain("Ольга Новикова");

        showPassword();

        assertThat(company.of(administrator)).extracting(Colleague::name).contains("Ольга Новикова");
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoHasSignedInLongAgoIsAskedOnceForAnotherPositionAndForKeepingOut() {
        Actor administrator = people.supplier();
        Actor other = people.colleague(administrator, Position.READER);
        SignedIn.as(administrator, "ru");
        sessions.beginHereLongAgo(administrator);
        open("people");
        ColleagueDialogs dialogs = new ColleagueDialogs(company, invitations, fresh, administrator);
        dialogs.move(colleague(other, administrator), () -> { });
        ((RadioButtonGroup<Position>) find(RadioButtonGroup.class).single()).setValue(Position.LICENSE_MANAGER);
        click("Сохранить");
        assertThat(colleague(other, administrator).position()).isEqualTo(Position.READER);
        showPassword();
        assertThat(colleague(other, administrator).position()).isEqualTo(Position.LICENSE_MANAGER);
        assertThat(find(FormDialog.class).exists()).isFalse();

        dialogs.switchOff(colleague(other, administrator), () -> { });
        click("Отключить");

        assertThat(colleague(other, administrator).state()).isEqualTo(State.OFF);
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    private Colleague colleague(Actor person, Actor administrator) {
        return company.of(administrator).stream().filter(colleague -> colleague.id().equals(person.id())).findFirst().orElseThrow();
    }

    private void showPassword() {
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        find(PasswordField.class).single().setValue(PeopleWithPasswords.PASSWORD);
        click("Продолжить");
    }

    @Test
    void anAddressThatCanBeTakenForAnotherIsAskedForFirst() {
        Actor administrator = people.supplier();
        SignedIn.as(administrator, "ru");
        open("people");
        click("Пригласить сотрудника");
        FormDialog dialog = find(FormDialog.class).single();
        test(find(TextField.class, dialog).all().getFirst()).setValue("Ольга Новикова");
        test(find(EmailInput.class, dialog).single()).setValue(email.substring(0, email.indexOf('@')) + "@ex\u0430mple.com");
        click("Отправить приглашение");

        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(company.of(administrator)).extracting(Colleague::name).doesNotContain("Ольга Новикова");
        test(find(EmailInput.class, dialog).single()).setValue(email);
        click("Отправить приглашение");

        assertThat(find(FormDialog.class).exists()).isFalse();
        assertThat(company.of(administrator)).extracting(Colleague::name).contains("Ольга Новикова");
    }

    @Test
    void whoDoesNotAdministerSeesThePeopleAndChangesNothing() {
        Actor administrator = people.distributor(0);
        SignedIn.as(people.colleague(administrator, Position.READER), "ru");
        open("people");

        assertThat(words()).contains("Сотрудники", "меняет их роли администратор");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Пригласить сотрудника", "Изменить роль");
        open("company");
        assertThat(find(Button.class).all()).filteredOn(Button::isVisible).extracting(Button::getText)
                .doesNotContain("Изменить часовой пояс");
    }
}
