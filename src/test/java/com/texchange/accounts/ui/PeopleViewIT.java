package com.texchange.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.Colleague;
import com.texchange.accounts.Colleague.State;
import com.texchange.accounts.CompanyPeople;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
