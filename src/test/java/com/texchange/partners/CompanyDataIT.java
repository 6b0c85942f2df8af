package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OutdatedException;
import com.texchange.common.Position;
import com.texchange.connections.ConnectionOrders;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.partners.CompanyChange.Field;
import com.texchange.registry.CompanyRegister;
import com.texchange.registry.CompanyRegister.Listed;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.TaskSort;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who changes a company's data, and what follows it. */
@IntegrationTest
class CompanyDataIT extends Page {

    private static final String REASON = "Выписка из реестра";
    private static final CompanyContacts OTHER = new CompanyContacts("Томск", "Анна Новая", "+7 382 200-00-01", "new@example.com");
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    CompanyData data;
    @Autowired
    CompanyRegister register;
    @Autowired
    OnboardingQueries onboardings;
    @Autowired
    Inbox inbox;
    @Autowired
    ConnectionOrders orders;
    private Actor administrator;
    private Actor sales;
    private CompanyInfo company;

    @BeforeEach
    void thereIsACompany() {
        administrator = people.distributor(0);
        sales = people.sales();
        company = company();
    }

    @Test
    void theAdministratorChangesTheContactsAndBothReadWhatWasChanged() {
        data.changeContacts(CompanyContacts.of(company), OTHER, administrator);

        assertThat(CompanyContacts.of(company())).isEqualTo(OTHER);
        for (Actor reader : List.of(administrator, sales)) {
            assertThat(data.history(company.id(), reader)).extracting(CompanyChange::field)
                    .containsExactly(Field.CONTACT_EMAIL, Field.CONTACT_PHONE, Field.CONTACT_NAME, Field.CITY);
        }
        assertThatThrownBy(() -> data.changeContacts(CompanyContacts.of(company), OTHER, administrator))
                .isInstanceOf(OutdatedException.class);
        data.changeContacts(OTHER, OTHER, administrator);
        assertThat(data.history(company.id(), administrator)).hasSize(4);
    }

    @Test
    void nobodyElseChangesOrReads() {
        for (Position position : List.of(Position.READER, Position.LICENSE_MANAGER)) {
            Actor colleague = people.colleague(administrator, position);
            assertThatThrownBy(() -> data.changeContacts(CompanyContacts.of(company), OTHER, colleague))
                    .hasMessage(Actor.ADMINISTRATORS_ONLY);
        }
        for (Actor other : List.of(administrator, people.supplier(), people.processManager())) {
            assertThatThrownBy(() -> data.identify(company.id(), CompanyName.of(company), new CompanyName("Захват", TestPeople.anyTaxId()), REASON, other))
                    .isInstanceOf(AccessDeniedException.class);
        }
        Actor foreign = people.supplier();
        assertThatThrownBy(() -> data.history(company.id(), foreign)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> data.changeContacts(CompanyContacts.of(company),
                new CompanyContacts("Томск\r\n", "Анна", "позвоните", "a@b@c"), administrator))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void theNewNameIsFoundEverywhereAndOfTheTaxIdThereIsOne() {
        Actor supplier = people.supplier();
        var id = journey.accepting(supplier, administrator);
        String name = "ООО «Переименованное " + UUID.randomUUID() + "»";
        String taxId = TestPeople.anyTaxId();
        data.identify(company.id(), CompanyName.of(company), new CompanyName(name, taxId), REASON, sales);

        assertThat(register.page(name, 0, 5, sales)).extracting(Listed::name).containsExactly(name);
        assertThat(register.page(company.taxId().value(), 0, 5, sales)).isEmpty();
        assertThat(onboardings.count(new OnboardingFilter(name.substring(5, 40), null, 0), supplier).number()).isEqualTo(1);
        assertThat(data.history(company.id(), administrator)).extracting(CompanyChange::before, CompanyChange::after, CompanyChange::reason)
                .contains(tuple(company.name(), name, REASON));
        assertThat(data.history(company.id(), administrator)).hasSize(2).allMatch(change -> change.byOperator() && change.by().isEmpty());
        assertThat(data.history(company.id(), sales)).extracting(CompanyChange::by).containsOnly(sales.name());
        SignedIn.as(administrator, "ru");
        open("company");
        assertThat(words()).contains("Отдел продаж — название", REASON).doesNotContain(sales.name());
        CompanyInfo other = people.companyOf(supplier.email().value());
        assertThatThrownBy(() -> data.identify(other.id(), CompanyName.of(other), new CompanyName("Другое", taxId), REASON, sales))
                .hasMessage("partners.company.taxIdTaken");
        assertThatThrownBy(() -> data.identify(other.id(), CompanyName.of(other), new CompanyName("Другое", "1234567890"), REASON, sales))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> data.identify(other.id(), CompanyName.of(other), new CompanyName("Другое", TestPeople.anyTaxId()), " ", sales))
                .isInstanceOf(ConstraintViolationException.class);
        invitations.revoke(id, "Проверено", supplier);
    }

    @Test
    void contactsAreChangedOnThePageAndTheNameInTheRegister() {
        SignedIn.as(administrator, "ru");
        open("company");
        click("Изменить контакты");
        test(find(TextField.class).all().getFirst()).setValue("Томск");
        click("Сохранить");
        assertThat(company().city()).isEqualTo("Томск");
        assertThat(words()).contains("Что менялось", "город: было «Астрахань», стало «Томск»");

        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        click("Изменить название и ИНН");
        TextField name = find(TextField.class).all().stream().filter(field -> field.getLabel().equals("Компания")).findFirst().orElseThrow();
        test(name).setValue("ООО «Иначе»");
        click("Сохранить");
        assertThat(company().name()).as("a reason is needed").isEqualTo(company.name());
        test(find(TextField.class).all().stream().filter(field -> field.getLabel().equals("Причина")).findFirst().orElseThrow())
                .setValue(REASON);
        click("Сохранить");

        assertThat(company().name()).isEqualTo("ООО «Иначе»");
        assertThat(words()).contains("ООО «Иначе»", REASON, "город: было «Астрахань»");
    }

    /** Two have it open: one puts the name right, the other the tax id. */
    @Test
    void whoHasReadAnEarlierNameDoesNotBringItBack() {
        CompanyName right = new CompanyName("ООО «Исправленное»", company.taxId().value());
        CompanyName bringingBack = new CompanyName(company.name(), TestPeople.anyTaxId());
        data.identify(company.id(), CompanyName.of(company), right, REASON, sales);

        assertThatThrownBy(() -> data.identify(company.id(), CompanyName.of(company), bringingBack, REASON, people.sales()))
                .isInstanceOf(OutdatedException.class);
        assertThat(CompanyName.of(company())).isEqualTo(right);
    }

    @Test
    void whoSavesWhatAColleagueHasChangedMeanwhileIsToldAndReadsThat() {
        SignedIn.as(sales, "ru");
        open("registry/companies/" + company.id());
        click("Изменить название и ИНН");
        data.identify(company.id(), CompanyName.of(company), new CompanyName("ООО «Исправленное»", company.taxId().value()), REASON, people.sales());
        test(find(TextField.class).all().stream().filter(field -> field.getLabel().equals("Причина")).findFirst().orElseThrow())
                .setValue(REASON);
        click("Сохранить");

        assertThat(company().name()).isEqualTo("ООО «Исправленное»");
        assertThat(notices()).anyMatch(notice -> notice.contains("Название или ИНН тем временем изменил коллега"));
        assertThat(words()).contains("ООО «Исправленное»");
    }

    /** Also those that are done; not those about another company that has the name too. */
    @Test
    void tasksNameCompaniesAsTheyAreCalledNow() {
        Actor distributor = people.distributor(1);
        Actor supplier = people.supplier();
        Actor namesake = people.supplier();
        CompanyInfo inviting = people.companyOf(supplier.email().value());
        CompanyInfo other = people.companyOf(namesake.email().value());
        data.identify(other.id(), CompanyName.of(other), new CompanyName(inviting.name(), other.taxId().value()), REASON, sales);
        var id = journey.connecting(supplier, distributor);
        var ofNamesake = journey.accepting(namesake, distributor);
        UserTask open = journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        UserTask unaffected = journey.awaitTask(OnboardingTasks.ACCEPT, ofNamesake.value());
        assertThat(open.subject()).startsWith(inviting.name() + " · ");
        String name = "ООО «Новое имя " + UUID.randomUUID() + "»";
        String taxId = TestPeople.anyTaxId();

        data.identify(inviting.id(), CompanyName.of(inviting), new CompanyName(name, taxId), REASON, sales);

        await().untilAsserted(() -> assertThat(inbox.find(open.key(), distributor)).get().extracting(UserTask::subject)
                .isEqualTo(open.subject().replace(inviting.name(), name)));
        await().untilAsserted(() -> assertThat(inbox.page(distributor, found(TaskFilter.DONE, name), 0, 10)).extracting(UserTask::elementId)
                .containsExactly(OnboardingTasks.ACCEPT));
        assertThat(inbox.count(distributor, found(TaskFilter.ALL, taxId), 10)).isOne();
        assertThat(inbox.find(unaffected.key(), distributor)).get().extracting(UserTask::subject).isEqualTo(unaffected.subject());
        orders.place(Requests.connect(inviting.id(), journey.licensesOf(distributor, 1), distributor), distributor);
        journey.awaitStage(id, Stage.CONNECTED);
        invitations.revoke(ofNamesake, "Проверено", namesake);
    }

    private static TaskQuery found(TaskFilter show, String text) {
        return new TaskQuery(show, null, text, TaskSort.DUE);
    }

    private CompanyInfo company() {
        return people.companyOf(administrator.email().value());
    }
}
