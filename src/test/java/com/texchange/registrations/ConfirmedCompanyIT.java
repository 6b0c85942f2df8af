package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalEntry;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyData;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.CompanyName;
import com.texchange.registrations.RegistrationInfo.Confirmation;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the sales department has checked of one company, before that one was asked, does nothing for another. */
@IntegrationTest
class ConfirmedCompanyIT {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final String CHECKED = "Позвонили директору по номеру из договора";
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Invitations invitations;
    @Autowired
    Registrations registrations;
    @Autowired
    Confirmations confirmations;
    @Autowired
    CompanyData names;
    @Autowired
    Accounts accounts;
    @Autowired
    Journal journal;
    @Autowired
    Scheduler scheduler;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor known;
    private Actor another;
    private CompanyInfo company;

    /** Both are distributors, and who asks wants to be a supplier's person. */
    @BeforeEach
    void twoCompaniesAreKnown() {
        known = people.distributor(0);
        another = people.distributor(0);
        company = companyOf(known);
    }

    @Test
    void whoWasCheckedIsOneOfThatCompanyAndItsAdministratorsReadItInTheJournal() {
        RegistrationId id = request(email);
        confirmations.approveChecked(id, company.id(), CHECKED, people.sales());

        assertThat(Mailbox.of(known.email().value()).await("получает доступ к кабинету Вашей компании").text().replaceAll("\\s+", " "))
                .contains(CHECKED, "отдел продаж");
        Mailbox.of(email).await("Ваш личный кабинет открыт");
        assertThat(people.actor(email).companyId()).isEqualTo(company.id());
        assertThat(companyOf(known).supplier()).isTrue();
        assertThat(confirmation(id)).extracting(Confirmation::company, Confirmation::checked).containsExactly(company.id(), CHECKED);
        assertThat(approvals(known)).singleElement().satisfies(entry -> {
            assertThat(entry.subjectId()).isEqualTo(id.toString());
            assertThat(entry.newValue()).isEqualTo(CHECKED);
            assertThat(entry.actor()).as("of others only the company is named").isEmpty();
        });
        assertThat(approvals(another)).isEmpty();
        assertThat(entries(AuditKind.REGISTRATION_ASKED, known)).as("nobody had to be asked").isEmpty();
    }

    @Test
    void theCompanyThatThePersonHasJoinedSinceIsAskedAndNotWidened() {
        RegistrationId id = request(email);
        checkedAndThen(id, company, () -> join(another, Position.READER));

        asked(id, another, "просит новую роль для Вашей компании");
        assertThat(companyOf(another).supplier()).isFalse();
        assertThatThrownBy(() -> confirmations.confirm(id, known)).isInstanceOf(AccessDeniedException.class);
        confirmations.confirm(id, another);

        Mailbox.of(email).await("Ваша заявка на регистрацию одобрена");
        assertThat(companyOf(another).supplier()).isTrue();
        assertThat(companyOf(known).supplier()).isFalse();
        assertThat(Mailbox.of(another.email().value()).await("У Вашей компании новая роль").text().replaceAll("\\s+", " "))
                .contains(another.name()).doesNotContain(CHECKED);
    }

    @Test
    void theSalesDepartmentChecksThatOneAgain() {
        RegistrationId id = request(email);
        Actor sales = people.sales();
        checkedAndThen(id, company, () -> join(another, Position.READER));
        asked(id, another, "просит новую роль для Вашей компании");
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), CHECKED, sales)).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.otherCompany");
        confirmations.confirmChecked(id, another.companyId(), "Спросили вторую компанию", sales);

        Mailbox.of(email).await("Ваша заявка на регистрацию одобрена");
        assertThat(companyOf(another).supplier()).isTrue();
        assertThat(companyOf(known).supplier()).isFalse();
        assertThat(Mailbox.of(another.email().value()).await("У Вашей компании новая роль").text().replaceAll("\\s+", " "))
                .contains("Спросили вторую компанию").doesNotContain(CHECKED);
    }

    /** The task was open while the person joined. */
    @Test
    void whoHasCheckedAnotherCompanyThanThePersonsIsToldSo() {
        RegistrationId id = request(email);
        join(another, Position.READER);
        Actor sales = people.sales();
        assertThatThrownBy(() -> confirmations.approveChecked(id, company.id(), CHECKED, sales)).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.otherCompany");

        assertThat(registrations.get(id).state()).isEqualTo(State.REQUESTED);
        assertThat(confirmation(id)).isEqualTo(new Confirmation(true, null, null, null, null));
        registrations.reject(id, "Проверка окончена", sales);
    }

    /** The task was open while the company's tax id was put right: the request's one is nobody's now. */
    @Test
    void whatWasCheckedOfACompanyIsNoWordForANewOne() {
        RegistrationId id = request(email);
        Actor sales = people.sales();
        names.identify(company.id(), CompanyName.of(company), new CompanyName(company.name(), TestPeople.anyTaxId()), "Ошиблись в цифре", sales);
        assertThatThrownBy(() -> confirmations.approveChecked(id, company.id(), CHECKED, sales)).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.noCompany");

        assertThat(registrations.get(id).state()).isEqualTo(State.REQUESTED);
        assertThat(confirmation(id)).isEqualTo(new Confirmation(true, null, null, null, null));
        assertThat(approvals(known)).isEmpty();
        registrations.reject(id, "Проверка окончена", sales);
    }

    @Test
    void norIsWhatWasCheckedOfACompanyThatWasAsked() {
        RegistrationId id = request(email);
        Actor sales = people.sales();
        registrations.approve(id, sales);
        journey.awaitTask(Confirmations.TASK, id.value());
        names.identify(company.id(), CompanyName.of(company), new CompanyName(company.name(), TestPeople.anyTaxId()), "Ошиблись в цифре", sales);
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), CHECKED, sales)).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.noCompany");

        assertThat(registrations.get(id).state()).isEqualTo(State.APPROVED);
        assertThat(confirmation(id)).isEqualTo(new Confirmation(true, company.id(), null, null, null));
        assertThat(entries(AuditKind.REGISTRATION_CONFIRMED, known)).isEmpty();
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        confirmations.refuse(id, "Проверка окончена", sales);
    }

    /** It knows the person; that its tax id was mistyped changes nothing of that. */
    @Test
    void whomACompanyConfirmsIsItsOwnThoughItsTaxIdWasPutRightMeanwhile() {
        RegistrationId id = request(email);
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        names.identify(company.id(), CompanyName.of(company), new CompanyName(company.name(), TestPeople.anyTaxId()), "Ошиблись в цифре", people.sales());
        confirmations.confirm(id, known);

        Mailbox.of(email).await("Ваш личный кабинет открыт");
        assertThat(accounts.find(new EmailAddress(email)).orElseThrow().companyId()).isEqualTo(company.id());
    }

    /** The sales department looks at the one that the person belongs to, while the other one has not answered yet. */
    @Test
    void aCheckOfTheCompanyThatThePersonHasJoinedIsThatOnesMatter() {
        RegistrationId id = request(email);
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        join(another, Position.READER);
        confirmations.confirmChecked(id, another.companyId(), CHECKED, people.sales());

        Mailbox.of(email).await("Ваша заявка на регистрацию одобрена");
        assertThat(companyOf(another).supplier()).isTrue();
        assertThat(companyOf(known).supplier()).isFalse();
        assertThat(entries(AuditKind.REGISTRATION_CONFIRMED, another)).extracting(JournalEntry::newValue).containsExactly(CHECKED);
        assertThat(entries(AuditKind.REGISTRATION_CONFIRMED, known)).isEmpty();
    }

    @Test
    void whoeverDecidesForACompanyIsNotSaidToBeConfirmedByWhatWasCheckedOfAnother() {
        RegistrationId id = request(email);
        checkedAndThen(id, company, () -> join(another, Position.ADMINISTRATOR));

        assertThat(Mailbox.of(another.email().value()).await("У Вашей компании новая роль").text().replaceAll("\\s+", " "))
                .contains("Заявку одобрил отдел продаж").doesNotContain(CHECKED);
        assertThat(companyOf(known).supplier()).isFalse();
    }

    @Test
    void whatWasCheckedOfThePersonsOwnCompanyDoesNotLeadIntoTheOneOfTheTaxId() {
        Actor reader = people.colleague(another, Position.READER);
        RegistrationId id = request(reader.email().value());
        checkedAndThen(id, companyOf(another), () ->
                jdbc.sql("update account set email = ? where id = ?").params(TestPeople.anyEmail(), reader.id().value()).update());

        asked(id, known, "просит доступ к кабинету Вашей компании");
        assertThat(accounts.find(reader.email())).isEmpty();
        assertThat(companyOf(known).supplier()).isFalse();
        confirmations.refuse(id, "Не наш сотрудник", known);
    }

    @Test
    void whatWasCheckedDoesNotCountForTheCompanyToWhichTheTaxIdGoes() {
        RegistrationId id = request(email);
        Actor sales = people.sales();
        String taxId = company.taxId().value();
        checkedAndThen(id, company, () -> {
            names.identify(company.id(), CompanyName.of(company), new CompanyName(company.name(), TestPeople.anyTaxId()), "Ошиблись в цифре", sales);
            names.identify(another.companyId(), CompanyName.of(companyOf(another)), new CompanyName(companyOf(another).name(), taxId),
                    "Ошиблись в цифре", sales);
        });

        asked(id, another, "просит доступ к кабинету Вашей компании");
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        confirmations.refuse(id, "Не наш сотрудник", another);
    }

    @Test
    void theEndOfTheInvitationDoesNotWidenTheCompanyThatThePersonHasJoined() {
        Actor inviting = people.supplier();
        Actor other = people.supplier();
        OnboardingId onboarding = journey.invite(inviting, email);
        joining.requestRegistration(journey.token(onboarding), asks(email, Applicant.DISTRIBUTOR), RUSSIAN);
        RegistrationId id = journey.registrationOf(onboarding);
        journey.awaitTask(Registrations.TASK, id.value());
        checkedAndThen(id, company, () -> {
            join(other, Position.READER);
            invitations.revoke(onboarding, "Пригласили по ошибке", inviting);
        });

        assertThat(registrations.get(id).state()).isEqualTo(State.CLOSED);
        assertThat(companyOf(other).distributor()).isFalse();
        assertThat(people.actor(email).roles()).isEqualTo(other.roles());
    }

    /** Checked by an earlier version of the application, which did not say of which company. */
    @Test
    void whereNobodyKnowsWhichCompanyWasCheckedItIsAsked() {
        RegistrationId id = request(email);
        checkedAndThen(id, company, () ->
                jdbc.sql("update registration set confirmed_company = null where id = ?").param(id.value()).update());

        asked(id, known, "просит доступ к кабинету Вашей компании");
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        confirmations.confirm(id, known);

        Mailbox.of(email).await("Ваш личный кабинет открыт");
        assertThat(people.actor(email).companyId()).isEqualTo(company.id());
    }

    /** The account is opened when the engine hears of the approval: after what happens meanwhile. */
    private void checkedAndThen(RegistrationId id, CompanyInfo checked, Runnable meanwhile) {
        scheduler.pause();
        try {
            confirmations.approveChecked(id, checked.id(), CHECKED, people.sales());
            meanwhile.run();
        } finally {
            scheduler.resume();
        }
    }

    private void asked(RegistrationId id, Actor ofCompany, String letter) {
        Mailbox.of(ofCompany.email().value()).await(letter);
        journey.awaitTask(Confirmations.TASK, id.value());
        assertThat(registrations.get(id).state()).isEqualTo(State.APPROVED);
        assertThat(confirmation(id)).isEqualTo(new Confirmation(true, ofCompany.companyId(), null, null, null));
        assertThat(entries(AuditKind.REGISTRATION_ASKED, ofCompany)).singleElement().satisfies(entry -> {
            assertThat(entry.subjectId()).isEqualTo(id.toString());
            assertThat(entry.newValue()).isEqualTo(registrations.get(id).email().value());
        });
    }

    private void join(Actor ofCompany, Position position) {
        accounts.open(new NewAccount(new EmailAddress(email), "Ольга", ofCompany.companyId(), ofCompany.roles(), RUSSIAN));
        jdbc.sql("update account set position = ? where email = ?").params(position.name(), email).update();
    }

    private RegistrationId request(String address) {
        RegistrationId id = registrations.request(asks(address, Applicant.SUPPLIER), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        return id;
    }

    private RegistrationRequest asks(String address, Applicant kind) {
        return new RegistrationRequest("ООО \"Другое название\"", company.taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", address, kind);
    }

    private CompanyInfo companyOf(Actor person) {
        return people.companyOf(person.email().value());
    }

    private Confirmation confirmation(RegistrationId id) {
        return registrations.get(id).confirmation();
    }

    private List<JournalEntry> approvals(Actor reader) {
        return entries(AuditKind.REGISTRATION_APPROVED, reader);
    }

    private List<JournalEntry> entries(AuditKind kind, Actor reader) {
        JournalFilter filter = new JournalFilter("", null, kind, null, null, "", "", null, null);
        return journal.page(JournalScope.COMPANY, filter, Journal.Place.first(0), 10, reader);
    }
}
