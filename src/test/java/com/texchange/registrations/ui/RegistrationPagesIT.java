package com.texchange.registrations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Journey;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.RegistrationInfo;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.PeopleWithPasswords;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    Invitations invitations;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Companies companies;
    @Autowired
    TestSessions sessions;
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

        assertThat(words()).contains("Мы отправили письмо на адрес " + email);
        String token = Mailbox.of(email).await("Подтвердите заявку").link().replaceAll(".*token=", "");
        UI.getCurrent().navigate("register/confirm", QueryParameters.of("token", token));
        assertThat(words()).contains("ООО «Новичок»", "+7 999 123-45-67", email);
        click("Подтвердить и отправить");

        assertThat(words()).contains("заявка в отделе продаж");
        assertThat(jdbc.sql("select count(*) from registration where email = ? and state = 'REQUESTED'").param(email)
                .query(Integer.class).single()).isEqualTo(1);
        confirmedAndNow(token, "Ответ придёт письмом на адрес " + email);
        RegistrationId id = new RegistrationId(jdbc.sql("select id from registration where email = ?").param(email).query(UUID.class).single());
        journey.awaitTask("Task_RegisterDistributor", id.value());
        registrations.reject(id, "Компания ликвидирована", people.sales());
        confirmedAndNow(token, "Решение по заявке уже принято. Ответ отправлен на адрес " + email);
    }

    /** The link is followed once more. */
    private void confirmedAndNow(String token, String told) {
        open("register");
        UI.getCurrent().navigate("register/confirm", QueryParameters.of("token", token));

        assertThat(words()).contains(told);
    }

    @Test
    void aDamagedLinkOfAConfirmationIsExplained() {
        UI.getCurrent().setLocale(Locale.of("ru"));
        UI.getCurrent().navigate("register/confirm", QueryParameters.of("token", "%00 ж"));

        assertThat(words()).contains("Ссылка повреждена или устарела");
    }

    @Test
    void theSalesDepartmentSeesWhatElseThereIsOfWhoAsks() {
        RegistrationRequest first = Journey.newcomer(TestPeople.anyEmail());
        registrations.request(first, Locale.of("ru"));
        RegistrationId second = registrations.request(new RegistrationRequest("ООО \"Тёзка\"", first.taxId(), "Омск",
                "Ольга", "+7 999 123-45-67", people.supplier().email().value()), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", second.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());

        assertThat(words()).contains("Ещё одна заявка с этим ИНН: " + first.companyName() + ", " + first.email(),
                "Ждёт решения", "У адреса уже есть учётная запись");
    }

    @Test
    void theSalesDepartmentSeesWhoHasInvitedTheCompanyAlready() {
        RegistrationRequest request = Journey.newcomer(TestPeople.anyEmail());
        Actor supplier = people.supplier();
        String other = TestPeople.anyEmail();
        OnboardingId onboarding = invitations.invite(new InviteRequest("Тёзка", other, request.taxId(), "", Locale.of("ru")), supplier).id();
        RegistrationId id = registrations.request(request, Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());
        assertThat(words()).contains("Компания уже приглашена", companies.get(supplier.companyId()).name(), other);

        invitations.revoke(onboarding, "Ошибка", supplier);
        open("tasks");
        open("tasks/" + task.key());
        assertThat(words()).doesNotContain("Компания уже приглашена");
    }

    @Test
    void whatIsPastedIsCleanedBeforeItIsCheckedAndShownSo() {
        open("register");
        String taxId = TestPeople.anyTaxId();
        List<String> pasted = List.of("\u00a0ООО\u202f«Но\u00adвичок»\u200b", taxId.substring(0, 4) + "\u00a0" + taxId.substring(4, 7) + "–"
                + taxId.substring(7) + " ", "Омск\t", "Ольга \u2003 Новикова", "8\u00a0(999)\u00a0123–45.67");
        for (int i = 0; i < pasted.size(); i++) {
            test(find(TextField.class).all().get(i)).setValue(pasted.get(i));
        }

        assertThat(find(TextField.class).all().subList(0, 5)).extracting(TextField::getValue)
                .containsExactly("ООО «Новичок»", taxId, "Омск", "Ольга Новикова", "8 (999) 123-45-67");
        assertThat(find(TextField.class).all()).noneMatch(TextField::isInvalid);
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
        assertThat(words()).contains("Решение принято", "Заявка отклонена: ООО \"Новичок\"");
    }

    @Test
    void theSalesDepartmentRegistersACompany() {
        RegistrationId id = openTask();
        click("Зарегистрировать");

        assertThat(registrations.get(id).state())
                .isIn(RegistrationInfo.State.APPROVED, RegistrationInfo.State.OPENED);
        assertThat(words()).contains("Решение принято", "регистрация выполняется", "ИНН " + registrations.get(id).taxId(), email);
    }

    /** Whoever checks shall not let somebody into a company that a colleague keeps out, without knowing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ru | отключена. Пока её не включат", "en | is switched off. Until it is switched on"})
    void thatAKnownCompanyIsSwitchedOffIsTold(String language, String told) {
        CompanyInfo company = people.companyOf(people.distributor(0).email().value());
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Тёзка\"", company.taxId().value(), "Омск", "Ольга",
                "+7 999 123-45-67", email), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), language);
        open("tasks/" + task.key());
        assertThat(words()).contains(company.name()).doesNotContain(told);

        jdbc.sql("update company set off = true where id = ?").param(company.id().value()).update();
        open("tasks");
        open("tasks/" + task.key());

        assertThat(words()).contains(told);
        registrations.reject(id, "Проверка окончена", people.sales());
    }

    @Test
    void whoAsksForAKnownCompanyIsConfirmedInAStepThatAsksWhatWasChecked() {
        Actor known = people.distributor(0);
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Тёзка\"",
                people.companyOf(known.email().value()).taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", email), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());
        assertThat(words()).contains("Компания уже работает в сервисе", known.email().value(), "Пётр Контактов");
        click("Спросить компанию");
        String company = people.companyOf(known.email().value()).name();
        assertThat(words()).contains("Решение принято", company + ": ждём ответа администраторов компании", "на адрес " + email)
                .doesNotContain("регистрация выполняется");
        UserTask asked = journey.awaitTask("Task_ConfirmColleague", id.value());
        open("tasks/" + asked.key());
        assertThat(words()).contains("Мы спросили компанию", known.email().value());
        click("Подтвердить самостоятельно…");
        click("Подтвердить");
        TextArea checked = find(TextArea.class, find(FormDialog.class).single()).single();
        assertThat(checked.getLabel()).isEqualTo("Что проверено");
        assertThat(checked.isInvalid()).isTrue();
        test(checked).setValue("Позвонили директору");
        click("Подтвердить");
        assertThat(registrations.get(id).confirmation().checked()).isEqualTo("Позвонили директору");
    }

    @Test
    void whatTheSalesDepartmentChecksWithoutAskingIsKeptWithTheCompanyThatItWasShown() {
        Actor known = people.distributor(0);
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Тёзка\"",
                people.companyOf(known.email().value()).taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", email), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task.key());
        click("Подтвердить самостоятельно…");
        FormDialog dialog = find(FormDialog.class).single();
        String company = people.companyOf(known.email().value()).name();
        assertThat(find(Paragraph.class, dialog).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains(company));
        test(find(TextArea.class, dialog).single()).setValue("Позвонили директору");
        click("Подтвердить");

        assertThat(words()).contains("Решение принято", "Подтверждено: Ольга — сотрудник компании " + company, "на адрес " + email)
                .doesNotContain("регистрация выполняется");
        assertThat(registrations.get(id).confirmation().company()).isEqualTo(known.companyId());
        assertThat(registrations.get(id).confirmation().checked()).isEqualTo("Позвонили директору");
    }

    /** The window may have been open for long: nothing that was typed is lost. */
    @Test
    void whoHasSignedInLongAgoIsAskedForThePasswordOnceItIsSaidWhatWasChecked() {
        Actor known = people.distributor(0);
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Тёзка\"",
                people.companyOf(known.email().value()).taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", email), Locale.of("ru"));
        UserTask task = journey.awaitTask("Task_RegisterDistributor", id.value());
        Actor sales = people.sales();
        SignedIn.as(sales, "ru");
        sessions.beginHereLongAgo(sales);
        open("tasks/" + task.key());
        click("Подтвердить самостоятельно…");
        assertThat(find(PasswordField.class).exists()).isFalse();
        test(find(TextArea.class, find(FormDialog.class).single()).single()).setValue("Позвонили директору");
        click("Подтвердить");
        assertThat(words()).contains("Чтобы продолжить, введите пароль.");
        assertThat(registrations.get(id).confirmation().checked()).isNull();
        find(PasswordField.class).single().setValue(PeopleWithPasswords.PASSWORD);
        click("Продолжить");

        assertThat(registrations.get(id).confirmation().checked()).isEqualTo("Позвонили директору");
        assertThat(words()).contains("Решение принято");
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @Test
    void thePeopleOfTheCompanySeeWhoAsksAndConfirm() {
        Actor known = people.supplier();
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Тёзка\"",
                people.companyOf(known.email().value()).taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", email), Locale.of("ru"));
        journey.awaitTask("Task_RegisterDistributor", id.value());
        registrations.approve(id, people.sales());
        UserTask asked = journey.awaitTask("Task_ConfirmColleague", id.value());
        SignedIn.as(known, "ru");
        open("tasks/" + asked.key());
        assertThat(words()).contains("просит доступ к кабинету", email).doesNotContain("Сотрудники в сервисе");
        click("Да, это наш сотрудник");
        assertThat(words()).contains("Решение принято", "Письмо уйдёт на адрес " + email);
        assertThat(registrations.get(id).confirmation().by()).isEqualTo(known.id());
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
