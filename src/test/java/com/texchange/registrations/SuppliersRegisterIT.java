package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.NewAccount;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Suppliers go the road that distributors go: a request whose address is confirmed, the sales department's task, an account. */
@IntegrationTest
class SuppliersRegisterIT extends Page {

    private static final Locale RUSSIAN = Locale.of("ru");
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Registrations registrations;
    @Autowired
    DuplicateRequests duplicates;
    @Autowired
    Confirmations confirmations;
    @Autowired
    CompanyPeople colleagues;
    @Autowired
    PersonalData data;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();

    @Test
    void aSupplierAsksOnThePageIsRegisteredAndAdministersItsCompany() {
        UI.getCurrent().setLocale(RUSSIAN);
        open("register");
        choose(Applicant.SUPPLIER);
        List<String> values = List.of("ООО «Производитель»", TestPeople.anyTaxId(), "Тверь", "Ольга", "+7 999 123-45-67", email);
        for (int i = 0; i < values.size(); i++) {
            test(find(TextField.class).all().get(i)).setValue(values.get(i));
        }
        click("Отправить заявку");
        String token = Mailbox.of(email).await("Подтвердите заявку").link().replaceAll(".*token=", "");
        UI.getCurrent().navigate("register/confirm", QueryParameters.of("token", token));
        assertThat(words()).contains("Роль компании", "Поставщик").doesNotContain("Дистрибьютор");
        click("Подтвердить и отправить");

        RegistrationId id = registrations.underWay(new EmailAddress(email)).orElseThrow().id();
        long task = journey.awaitTask(Registrations.TASK, id.value()).key();
        SignedIn.as(people.sales(), "ru");
        open("tasks/" + task);
        assertThat(words()).contains("Зарегистрировать компанию", "Роль компании", "Поставщик").doesNotContain("Кем Вы будете работать");
        click("Зарегистрировать");

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").text()).contains("ООО «Производитель»");
        Actor newcomer = people.actor(email);
        assertThat(newcomer.roles()).containsExactly(Role.SUPPLIER);
        assertThat(newcomer.position()).isEqualTo(Position.ADMINISTRATOR);
        CompanyInfo company = people.companyOf(email);
        assertThat(company.supplier()).isTrue();
        assertThat(company.distributor()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private void choose(Applicant kind) {
        ((RadioButtonGroup<Applicant>) find(RadioButtonGroup.class).single()).setValue(kind);
    }

    @Test
    void aDistributorsPersonBecomesASuppliersTooInTheSameCompany() {
        Actor distributor = people.distributor(0);
        String address = distributor.email().value();
        RegistrationId id = registrations.request(supplier(TestPeople.anyTaxId(), address), RUSSIAN);
        assertThat(duplicates.notes(id)).containsExactly("registrations.note.accountSupplier");
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());

        assertThat(Mailbox.of(address).await("Ваша заявка на регистрацию одобрена").text().replaceAll("\\s+", " "))
                .contains("Теперь эта компания работает в сервисе и как поставщик");
        Actor both = people.actor(address);
        assertThat(both.roles()).containsExactlyInAnyOrder(Role.SUPPLIER, Role.DISTRIBUTOR);
        assertThat(both.companyId()).isEqualTo(distributor.companyId());
        assertThat(people.companyOf(address).supplier()).isTrue();
        assertThatThrownBy(() -> registrations.request(supplier(TestPeople.anyTaxId(), address), RUSSIAN))
                .hasMessage("registrations.refused.hasAccount");
    }

    /** Whoever reads for a company does not decide what it is, be it by the sales department's one click. */
    @Test
    void aReadersWishThatTheCompanyBeASupplierIsConfirmedByItsAdministratorAndToldToAll() {
        Actor administrator = people.distributor(0);
        Actor reader = people.colleague(administrator, Position.READER);
        Actor colleague = people.colleague(administrator, Position.READER);
        RegistrationId id = registrations.request(supplier(TestPeople.anyTaxId(), reader.email().value()), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        assertThat(confirmations.needed(registrations.get(id)).orElseThrow().widens()).isTrue();
        registrations.approve(id, people.sales());
        long task = journey.awaitTask(Confirmations.TASK, id.value()).key();
        assertThat(people.companyOf(administrator.email().value()).supplier()).isFalse();
        assertThat(Mailbox.of(administrator.email().value()).await("просит новую роль для Вашей компании").text().replaceAll("\\s+", " "))
                .contains("как поставщик");
        SignedIn.as(administrator, "ru");
        open("tasks/" + task);
        assertThat(words()).contains("работала в сервисе и как поставщик");
        click("Да, это наш сотрудник");

        assertThat(Mailbox.of(colleague.email().value()).await("У Вашей компании новая роль").text().replaceAll("\\s+", " "))
                .contains("как поставщик", administrator.name());
        Mailbox.of(reader.email().value()).await("Ваша заявка на регистрацию одобрена");
        assertThat(people.companyOf(administrator.email().value()).supplier()).isTrue();
    }

    /** Nobody is left who could get what was asked for. */
    @Test
    void whatWhoIsErasedHasAskedForIsClosed() {
        Actor administrator = people.distributor(0);
        Actor undecided = people.colleague(administrator, Position.READER);
        Actor approved = people.colleague(administrator, Position.READER);
        RegistrationId first = registrations.request(supplier(TestPeople.anyTaxId(), undecided.email().value()), RUSSIAN);
        RegistrationId second = registrations.request(supplier(TestPeople.anyTaxId(), approved.email().value()), RUSSIAN);
        long atSales = journey.awaitTask(Registrations.TASK, first.value()).key();
        journey.awaitTask(Registrations.TASK, second.value());
        registrations.approve(second, people.sales());
        long atCompany = journey.awaitTask(Confirmations.TASK, second.value()).key();

        for (Actor gone : List.of(undecided, approved)) {
            colleagues.enable(gone.id(), false, administrator);
            data.erase(gone.id(), administrator);
        }

        for (RegistrationId closed : List.of(first, second)) {
            assertThat(registrations.get(closed).state()).isEqualTo(RegistrationInfo.State.CLOSED);
        }
        journey.awaitTaskState(atSales, UserTask.State.COMPLETED);
        journey.awaitTaskState(atCompany, UserTask.State.COMPLETED);
        assertThatThrownBy(() -> registrations.approve(first, people.sales())).hasMessage("registrations.refused.closed");
    }

    /** The person works there, which nobody doubts. The letter may be read by others, who need not learn where that is. */
    @Test
    void whoseWishForTheOwnCompanyIsRefusedReadsThatOfItsRole() {
        Actor administrator = people.distributor(0);
        String reader = people.colleague(administrator, Position.READER).email().value();
        RegistrationId id = registrations.request(supplier(TestPeople.anyTaxId(), reader), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        confirmations.refuse(id, "Мы ничего не производим", administrator);

        assertThat(Mailbox.of(reader).await("Заявка на регистрацию отклонена").text().replaceAll("\\s+", " "))
                .contains("Вы просили, чтобы Ваша компания работала в сервисе и как поставщик", "Мы ничего не производим")
                .doesNotContain("никто не подтвердил", people.companyOf(reader).name());
    }

    /** Somebody has confirmed the address; that says nothing of the company that has kept the person out. */
    @Test
    void aFormerAdministratorsWishIsConfirmedByTheCompanyToo() {
        Actor administrator = people.distributor(0);
        Actor former = people.colleague(administrator, Position.ADMINISTRATOR);
        colleagues.enable(former.id(), false, administrator);
        RegistrationId id = registrations.request(supplier(TestPeople.anyTaxId(), former.email().value()), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());

        assertThat(people.companyOf(administrator.email().value()).supplier()).isFalse();
        confirmations.refuse(id, "Не наш сотрудник", administrator);
    }

    @Test
    void aStrangerWithTheTaxIdOfAKnownCompanyIsConfirmedByItHoweverHeAsks() {
        String ofCompany = people.distributor(0).email().value();
        CompanyInfo known = people.companyOf(ofCompany);
        RegistrationId id = registrations.request(supplier(known.taxId().value(), email), RUSSIAN);
        assertThat(duplicates.notes(id)).containsExactly("registrations.note.company");
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());

        assertThat(people.companyOf(ofCompany).supplier()).isFalse();
        confirmations.refuse(id, "Не наш сотрудник", people.sales());
    }

    /** The company that was asked knows the person; it does not speak for the one that the person has joined meanwhile. */
    @Test
    void whatOneCompanyHasConfirmedDoesNotWidenAnother() {
        Actor asked = people.distributor(0);
        Actor joined = people.distributor(0);
        RegistrationId id = registrations.request(supplier(people.companyOf(asked.email().value()).taxId().value(), email), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        long first = journey.awaitTask(Confirmations.TASK, id.value()).key();
        accounts.open(new NewAccount(new EmailAddress(email), "Ольга", joined.companyId(), Set.of(Role.DISTRIBUTOR), RUSSIAN));
        jdbc.sql("update account set position = 'READER' where email = ?").param(email).update();
        confirmations.confirm(id, asked);

        assertThat(Mailbox.of(joined.email().value()).await("просит новую роль для Вашей компании").text()).contains("как поставщик");
        await().atMost(Duration.ofSeconds(30)).until(() -> journey.awaitTask(Confirmations.TASK, id.value()).key() != first);
        assertThat(registrations.get(id).state()).isEqualTo(RegistrationInfo.State.APPROVED);
        assertThat(people.companyOf(joined.email().value()).supplier()).isFalse();
        assertThatThrownBy(() -> confirmations.confirm(id, asked)).isInstanceOf(AccessDeniedException.class);
        confirmations.confirm(id, joined);

        Mailbox.of(email).await("Ваша заявка на регистрацию одобрена");
        assertThat(people.companyOf(joined.email().value()).supplier()).isTrue();
        assertThat(people.companyOf(asked.email().value()).supplier()).isFalse();
    }

    private static RegistrationRequest supplier(String taxId, String address) {
        RegistrationRequest request = Journey.newcomer(address);
        return new RegistrationRequest(request.companyName(), taxId, request.city(), request.contactName(), request.contactPhone(),
                address, Applicant.SUPPLIER);
    }
}
