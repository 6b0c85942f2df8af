package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.CompanySwitch;
import com.texchange.accounts.Passwords;
import com.texchange.accounts.TestSessions;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.RegistrationInfo.State;
import com.texchange.stories.Stories;
import com.texchange.stories.StoryLine;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** A stranger who knows a company's tax id is not one of its people before somebody has said so. */
@IntegrationTest
class KnownCompanyIT {

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
    Accounts accounts;
    @Autowired
    CompanySwitch companySwitch;
    @Autowired
    Passwords passwords;
    @Autowired
    Stories stories;
    @Autowired
    TestSessions sessions;
    @Autowired
    RefusedRequests refused;
    @Autowired
    AccountOpening opening;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private final String email = TestPeople.anyEmail();
    private Actor known;
    private CompanyInfo company;

    @BeforeEach
    void aCompanyIsKnown() {
        known = people.supplier();
        company = people.companyOf(known.email().value());
    }

    @Test
    void theCompanyConfirmsAndAllOfItAreWrittenTo() {
        RegistrationId id = asked();
        assertThat(registrations.get(id).state()).isEqualTo(State.APPROVED);
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        assertThat(Mailbox.of(known.email().value()).await("Ольга просит доступ").text()).contains(local(), "+7 999 123-45-67");
        assertThat(Mailbox.of(company.contactEmail().value()).await("Ольга просит доступ").text()).contains(local());
        for (Actor stranger : new Actor[] {people.supplier(), people.distributor(0), people.sales(), people.processManager()}) {
            assertThatThrownBy(() -> confirmations.confirm(id, stranger)).isInstanceOf(AccessDeniedException.class);
        }
        confirmations.confirm(id, known);

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
        assertThat(people.actor(email).companyId()).isEqualTo(company.id());
        assertThat(Mailbox.of(known.email().value()).await("Ольга получает доступ").text()).contains(local(), known.name());
        assertThat(Mailbox.of(company.contactEmail().value()).await("Ольга получает доступ").text()).contains(local());
        assertThatThrownBy(() -> confirmations.refuse(id, "Передумали", known)).isInstanceOf(RefusedException.class);
    }

    /** Only administrators have the task. */
    @Test
    void whoCannotAnswerIsToldWhoDoes() {
        Actor reader = people.colleague(known, Position.READER);
        Actor manager = people.colleague(known, Position.LICENSE_MANAGER);
        RegistrationId id = asked();

        assertThat(asking(known.email())).contains("Войдите и ответьте на задачу", "откажите ему", "/tasks")
                .doesNotContain("На заявку ответит администратор");
        for (EmailAddress other : List.of(reader.email(), manager.email(), company.contactEmail())) {
            assertThat(asking(other)).contains("На заявку ответит администратор Вашей компании", "знаете ли Вы этого человека", local())
                    .doesNotContain("ответьте на задачу", "откажите ему", "/tasks");
        }
        confirmations.refuse(id, "Проверка окончена", known);
    }

    @Test
    void norIsWhoCannotAnswerAskedForANewRoleOfTheCompany() {
        Actor asking = people.colleague(known, Position.READER);
        Actor other = people.colleague(known, Position.READER);
        RegistrationId id = registrations.request(new RegistrationRequest(company.name(), company.taxId().value(), "Омск", "Ольга",
                "+7 999 123-45-67", asking.email().value()), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());

        assertThat(letter(known.email(), "Ольга просит новую роль")).contains("Войдите и ответьте на задачу", "/tasks");
        assertThat(letter(other.email(), "Ольга просит новую роль"))
                .contains("На заявку ответит администратор Вашей компании", "нужна ли компании эта роль")
                .doesNotContain("ответьте на задачу", "откажите", "/tasks");
        journey.awaitTask(Confirmations.TASK, id.value());
        confirmations.refuse(id, "Проверка окончена", known);
    }

    /** Else it would come past the limit of whom it invites. */
    @Test
    void aCompanyWithAsManyPeopleAsItMayHaveIsToldSo() {
        RegistrationId id = asked();
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                select gen_random_uuid(), 0, n || '-' || cast(? as text), 'Анна', cast(? as uuid), 'ru', false, now() from generate_series(1, 199) n""")
                .params(email, company.id().value()).update();
        assertThatThrownBy(() -> confirmations.confirm(id, known)).hasMessage("accounts.people.tooMany");
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), CHECKED, people.sales())).hasMessage("accounts.people.tooMany");
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();

        jdbc.sql("delete from account where email = ?").param("7-" + email).update();
        confirmations.confirm(id, known);
        Mailbox.of(email).await("Ваш личный кабинет открыт");
    }

    /** The account of who is confirmed is opened later, by the process. */
    @Test
    void ofTwoWhoAreConfirmedAtOnceOneTakesTheLastPlace() {
        RegistrationId first = asked();
        RegistrationId second = asked(TestPeople.anyEmail());
        jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at)
                select gen_random_uuid(), 0, n || '-' || cast(? as text), 'Анна', cast(? as uuid), 'ru', false, now() from generate_series(1, 198) n""")
                .params(email, company.id().value()).update();

        CompletableFuture<Void> other = transaction.execute(status -> {
            confirmations.confirm(first, known);
            CompletableFuture<Void> atOnce = CompletableFuture.runAsync(() -> confirmations.confirm(second, known));
            await().pollInSameThread().until(() -> atOnce.isDone() || jdbc.sql("""
                    select exists (select from pg_locks where locktype = 'transactionid' and not granted and transactionid = pg_current_xact_id()::xid)
                    """).query(Boolean.class).single());
            return atOnce;
        });

        assertThat(other).isNotNull().failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class)
                .withMessageContaining("accounts.people.tooMany");
        Mailbox.of(email).await("Ваш личный кабинет открыт");
        confirmations.refuse(second, "Больше никого не принимаем", known);
    }

    @Test
    void whomTheCompanyDoesNotKnowIsToldWhy() {
        RegistrationId id = asked();
        assertThatThrownBy(() -> confirmations.refuse(id, "Нет", people.supplier())).isInstanceOf(AccessDeniedException.class);
        confirmations.refuse(id, "Такого сотрудника нет", known);

        assertThat(Mailbox.of(email).await("Заявка на регистрацию отклонена").text().replaceAll("\\s+", " "))
                .contains("Такого сотрудника нет", "никто не подтвердил");
        assertThat(registrations.get(id).state()).isEqualTo(State.REJECTED);
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
    }

    @Test
    void theSalesDepartmentSaysWhatItHasCheckedAndTheCompanyReadsIt() {
        RegistrationId id = asked();
        Actor sales = people.sales();
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), " ", sales)).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), CHECKED, known)).isInstanceOf(AccessDeniedException.class);
        confirmations.confirmChecked(id, company.id(), CHECKED, sales);

        assertThat(Mailbox.of(known.email().value()).await("Ольга получает доступ").text().replaceAll("\\s+", " "))
                .contains(CHECKED, "отдел продаж");
        assertThat(people.actor(email).companyId()).isEqualTo(company.id());
    }

    @Test
    void whoWasRefusedIsForgottenAfterAWhileAndWhatWasDecidedIsNot() {
        RegistrationId id = asked();
        confirmations.refuse(id, "Такого сотрудника нет", known);
        refused.forget();
        assertThat(registrations.get(id).email().value()).isEqualTo(email);
        jdbc.sql("update registration set decided_at = now() - interval '181 days' where id = ?").param(id.value()).update();
        refused.forget();

        assertThat(registrations.get(id).state()).isEqualTo(State.REJECTED);
        assertThat(registrations.get(id).taxId()).isEqualTo(company.taxId());
        assertThat(jdbc.sql("select count(*) from registration r where position(? in r::text) > 0").param(email).query(Integer.class).single()).isZero();
        assertThat(registrations.get(id).contactName()).isEqualTo("-");
    }

    /** With a confirmation goes access to the company's licenses: whoever comes to a screen that is left open shall not give it. */
    @Test
    void whoConfirmsShowsFirstWhoItIs() {
        RegistrationId id = asked();
        Actor sales = people.sales();
        sessions.beginHereLongAgo(known);
        assertThatThrownBy(() -> confirmations.confirm(id, known)).hasMessage("accounts.fresh.needed");
        sessions.beginHereLongAgo(sales);
        assertThatThrownBy(() -> confirmations.confirmChecked(id, company.id(), CHECKED, sales)).hasMessage("accounts.fresh.needed");
        assertThatThrownBy(() -> confirmations.approveChecked(id, company.id(), CHECKED, sales)).hasMessage("accounts.fresh.needed");

        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        SecurityContextHolder.clearContext();
        confirmations.refuse(id, "Проверка окончена", known);
    }

    /** Approved as new; meanwhile another request has registered the company. */
    @Test
    void aRequestOfAnEarlierVersionCannotAskTheCompanyAndMustBeChecked() {
        RegistrationId id = request();
        jdbc.sql("update registration set asks_company = false where id = ?").param(id.value()).update();
        assertThatThrownBy(() -> registrations.approve(id, people.sales())).isInstanceOf(RefusedException.class)
                .hasMessage("registrations.refused.unconfirmed");
        confirmations.approveChecked(id, company.id(), CHECKED, people.sales());

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
    }

    @Test
    void whatWasCheckedStandsInTheStoryOfWhoWasInvited() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(onboarding), newcomer(), RUSSIAN);
        RegistrationId id = journey.registrationOf(onboarding);
        journey.awaitTask(Registrations.TASK, id.value());
        Actor sales = people.sales();
        confirmations.approveChecked(id, company.id(), CHECKED, sales);
        Mailbox.of(email).await("Ваш личный кабинет открыт");

        assertThat(stories.find(onboarding, sales).orElseThrow().lines().toString()).contains(CHECKED, sales.name());
        assertThat(stories.find(onboarding, people.actor(email)).orElseThrow().lines().toString()).contains(CHECKED)
                .doesNotContain(sales.name());
        assertThat(stories.find(onboarding, supplier).orElseThrow().lines().toString()).doesNotContain(CHECKED);
        invitations.revoke(onboarding, "Проверка окончена", supplier);
    }

    /** No link leads in then, and one that is sent now would be over by the time it could. */
    @Test
    void whoIsLetIntoACompanyThatIsSwitchedOffReadsSo() {
        RegistrationId id = asked();
        Actor sales = people.sales();
        companySwitch.turn(company.id(), false, "Договор расторгнут", sales);
        confirmations.confirmChecked(id, company.id(), CHECKED, sales);

        assertThat(letter(new EmailAddress(email), "Ваша заявка на регистрацию одобрена"))
                .contains("теперь Вы в числе её сотрудников", "к сервису сейчас отключён", "«Забыли пароль?» на странице входа")
                .doesNotContain("set-password", "/login", "Задать пароль", "мы открыли Вам доступ");
        companySwitch.turn(company.id(), true, "Договор продлён", sales);
        passwords.requestReset(email, null);
        assertThat(Mailbox.of(email).await("пароль").token()).isNotBlank();
    }

    @Test
    void whatTheCompanyDoesNotConfirmIsNotToldAsTheSalesDepartmentsRejection() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(onboarding), newcomer(), RUSSIAN);
        RegistrationId id = journey.registrationOf(onboarding);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        confirmations.refuse(id, "Такого сотрудника нет", known);
        journey.awaitStage(onboarding, Stage.REJECTED);

        assertThat(stories.find(onboarding, supplier).orElseThrow().lines()).anySatisfy(line -> {
            assertThat(line.toString()).contains("stories.activity.REJECTED.UNCONFIRMED", "Такого сотрудника нет");
            assertThat(line.by()).isEqualTo(StoryLine.Side.SYSTEM);
        });
    }

    @Test
    void theEndOfTheInvitationEndsTheQuestion() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(onboarding), newcomer(), RUSSIAN);
        RegistrationId id = journey.registrationOf(onboarding);
        journey.awaitTask(Registrations.TASK, id.value());
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        invitations.revoke(onboarding, "Пригласили по ошибке", supplier);

        assertThat(registrations.get(id).state()).isEqualTo(State.CLOSED);
        assertThatThrownBy(() -> confirmations.confirm(id, known)).isInstanceOf(RefusedException.class);
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("""
                select exists (select from user_task where element_id = ? and subject_id = ? and state = 'CANCELED')
                """).params(Confirmations.TASK, id.value()).query(Boolean.class).single());
    }

    /** As where the sales department has approved it, and the engine, which was away, hears of that before it hears of the end. */
    @Test
    void whoseInvitationHasEndedTheCompanyIsNotAskedAbout() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(onboarding), newcomer(), RUSSIAN);
        RegistrationId id = journey.registrationOf(onboarding);
        invitations.revoke(onboarding, "Пригласили по ошибке", supplier);

        assertThat(opening.open(id).open()).isFalse();

        assertThat(registrations.get(id).state()).isEqualTo(State.CLOSED);
        assertThat(registrations.get(id).confirmation().askedCompany()).isNull();
        assertThat(jdbc.sql("select count(*) from mail_delivery where letter_key like ?").param("registration-asked/" + id + "/%")
                .query(Integer.class).single()).isZero();
    }

    private static String asking(EmailAddress reader) {
        return letter(reader, "Ольга просит доступ");
    }

    private static String letter(EmailAddress reader, String subject) {
        return Mailbox.of(reader.value()).await(subject).text().replaceAll("\\s+", " ");
    }

    private RegistrationId asked() {
        return asked(email);
    }

    private RegistrationId asked(String newcomer) {
        RegistrationId id = request(newcomer);
        registrations.approve(id, people.sales());
        journey.awaitTask(Confirmations.TASK, id.value());
        return id;
    }

    private RegistrationId request() {
        return request(email);
    }

    private RegistrationId request(String newcomer) {
        RegistrationId id = registrations.request(newcomer(newcomer), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        return id;
    }

    /** Mail programs shall find no link in what somebody has typed, so the rest of the address is parted. */
    private String local() {
        return email.substring(0, email.indexOf('@'));
    }

    private RegistrationRequest newcomer() {
        return newcomer(email);
    }

    private RegistrationRequest newcomer(String address) {
        return new RegistrationRequest("ООО \"Другое название\"", company.taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", address);
    }
}
