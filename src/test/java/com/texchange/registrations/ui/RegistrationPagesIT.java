package com.texchange.registrations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.onboarding.Journey;
import com.texchange.partners.Companies;
import com.texchange.registrations.RegistrationInfo;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The newcomer's page, and the sales department's form. */
@IntegrationTest
class RegistrationPagesIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Registrations registrations;
    @Autowired
    Companies companies;
    private final String email = TestPeople.anyEmail();

    @Test
    void aNewcomerSendsARequestOnceItIsComplete() {
        UI.getCurrent().setLocale(Locale.of("ru"));
        open("register");
        click("Отправить заявку");
        assertThat(find(TextField.class).all()).hasSize(6).allMatch(TextField::isInvalid);

        List<String> values = List.of("ООО «Новичок»", TestPeople.anyTaxId(), "Омск", "Ольга", "+7 999 123-45-67");
        for (int i = 0; i < values.size(); i++) {
            test(find(TextField.class).all().get(i)).setValue(values.get(i));
        }
        test(find(EmailInput.class).single()).setValue(email);
        assertThat(find(EmailInput.class).single().isInvalid()).isFalse();
        click("Отправить заявку");

        assertThat(words()).contains("Заявка передана в отдел продаж. Мы напишем на адрес " + email);
    }

    @ParameterizedTest
    @CsvSource({"ru, foo, Напишите адрес вида ivan@example.com", "en, foo, Write an address like ivan@example.com",
        "ru, ivan@example, Проверьте часть после @: там нужен домен", "en, a..b@example.com, Before the @ a dot"})
    void whatIsWrongWithAnAddressIsSaidAtOnce(String language, String address, String message) {
        UI.getCurrent().setLocale(Locale.of(language));
        open("register");

        test(find(EmailInput.class).single()).setValue(address);

        assertThat(find(EmailInput.class).single().isInvalid()).isTrue();
        assertThat(find(EmailInput.class).single().getErrorMessage()).startsWith(message);
    }

    @Test
    void theSalesDepartmentSeesWhoAsksAndRejectsWithAReason() {
        RegistrationId id = openTask();
        assertThat(words()).contains("ООО \"Новичок\"", "Ольга Новикова", email, "Без приглашения");
        click("Отклонить");
        click("Отклонить");
        TextArea reason = find(TextArea.class, find(FormDialog.class).single()).single();
        assertThat(reason.isInvalid()).isTrue();
        test(reason).setValue("Нет такой компании");
        click("Отклонить");

        assertThat(registrations.get(id).state()).isEqualTo(RegistrationInfo.State.REJECTED);
    }

    @Test
    void theSalesDepartmentRegistersACompany() {
        RegistrationId id = openTask();
        click("Зарегистрировать");

        assertThat(registrations.get(id).state())
                .isIn(RegistrationInfo.State.APPROVED, RegistrationInfo.State.OPENED);
        assertThat(notices()).anyMatch(notice -> notice.contains("регистрация выполняется"));
    }

    @Test
    void theTaskNamesTheSupplierWhoInvited() {
        Actor supplier = people.supplier();
        RegistrationId id = journey.registering(journey.invite(supplier, email), email);
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());

        String name = companies.get(supplier.companyAs(Role.SUPPLIER)).name();
        assertThat(task.subject()).contains(name);
        assertThat(words()).contains("По приглашению: " + name);
    }

    private RegistrationId openTask() {
        RegistrationId id = registrations.request(Journey.newcomer(email), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());
        return id;
    }
}
