package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.SharedServices;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The whole way through on PostgreSQL, engine and mail server, without the interface. */
@IntegrationTest
class OnboardingPathIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestPeople people;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Registrations registrations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Tasks tasks;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aKnownDistributorIsOnboardedFromTheInvitationToConnectedLicenses() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(5);
        OnboardingId id = invite(supplier, distributor.email().value());
        Mailbox.ReceivedLetter letter = Mailbox.of(distributor.email().value())
                .await("Приглашение в дистрибьюторскую сеть");
        assertThat(letter.text()).contains(code(id, supplier)).contains("join?invite=");
        assertThat(letter.html()).contains(code(id, supplier));
        assertThat(joining.look(letter.token())).get().extracting(InvitationInfo::stage).isEqualTo(Stage.INVITED);

        joining.follow(letter.token(), distributor);
        awaitTask(Acceptance.TASK, id.value());
        acceptance.accept(id, true, distributor);
        awaitTask("Task_ConnectLicenses", id.value());
        orders.place(supplier.companyAs(Role.SUPPLIER), licensesOf(distributor, 3), distributor);

        awaitStage(id, Stage.CONNECTED, supplier);
        assertThat(Mailbox.of(distributor.email().value()).await("Лицензии подключены").text()).contains("3");
        assertThat(Mailbox.of(supplier.email().value()).await("Лицензии подключены").text())
                .contains(code(id, supplier));
        assertThat(kinds(id, supplier)).containsSubsequence(ActivityKind.INVITED, ActivityKind.FOLLOWED,
                ActivityKind.ACCEPTED, ActivityKind.PARTNERSHIP_ESTABLISHED, ActivityKind.LICENSES_ORDERED,
                ActivityKind.CONNECTED);
        assertThat(kinds(id, supplier)).contains(ActivityKind.LETTER_SENT, ActivityKind.DELEGATED);
    }

    @Test
    void aNewDistributorIsRegisteredBySalesOnTheWay() {
        Actor supplier = people.supplier();
        Actor sales = people.sales();
        String email = TestPeople.anyEmail();
        OnboardingId id = invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();

        joining.requestRegistration(token, registration(email), Locale.of("ru"));
        awaitStage(id, Stage.REGISTERING, supplier);
        UserTask task = awaitTask("Task_RegisterDistributor", registrationOf(id).value());
        assertThat(task.dueAt()).isNotNull();
        registrations.approve(registrationOf(id), sales);

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
        awaitStage(id, Stage.ACCEPTING, supplier);
        Actor newcomer = people.actor(email);
        awaitTask(Acceptance.TASK, id.value());
        acceptance.accept(id, false, newcomer);
        awaitTask("Task_ConnectLicenses", id.value());
        people.loadLicenses(newcomer.companyAs(Role.DISTRIBUTOR), newcomer.companyAs(Role.DISTRIBUTOR), 2);
        orders.place(supplier.companyAs(Role.SUPPLIER), licensesOf(newcomer, 2), newcomer);
        awaitStage(id, Stage.CONNECTED, supplier);
    }

    @Test
    void aDeclinedInvitationTellsTheSupplierWhyAndCanBeSentAgainWithTheSameCode() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = invite(supplier, distributor.email().value());
        joining.follow(Mailbox.of(distributor.email().value()).await("Приглашение").token(), distributor);
        awaitTask(Acceptance.TASK, id.value());
        acceptance.decline(id, "Работаем с другим поставщиком", distributor);

        assertThat(Mailbox.of(supplier.email().value()).await("Отказ от приглашения").text())
                .contains("Работаем с другим поставщиком");
        awaitStage(id, Stage.DECLINED, supplier);
        OnboardingId again = invite(supplier, distributor.email().value());
        assertThat(code(again, supplier)).isEqualTo(code(id, supplier));
        joining.follow(Mailbox.of(distributor.email().value()).awaitNth("Приглашение", 2).token(), distributor);
        awaitTask(Acceptance.TASK, again.value());
    }

    @Test
    void aRejectedRegistrationEndsTheOnboardingAndTellsBoth() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = invite(supplier, email);
        joining.requestRegistration(Mailbox.of(email).await("Приглашение").token(), registration(email),
                Locale.ENGLISH);
        awaitTask("Task_RegisterDistributor", registrationOf(id).value());
        registrations.reject(registrationOf(id), "Компания ликвидирована", people.sales());

        assertThat(Mailbox.of(email).await("Your registration was declined").text())
                .contains("Компания ликвидирована");
        assertThat(Mailbox.of(supplier.email().value()).await("Заявка дистрибьютора отклонена").text())
                .contains("Компания ликвидирована");
        awaitStage(id, Stage.REJECTED, supplier);
    }

    @Test
    void aRevokedInvitationWithdrawsTheTaskAndTheLink() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = invite(supplier, distributor.email().value());
        String token = Mailbox.of(distributor.email().value()).await("Приглашение").token();
        joining.follow(token, distributor);
        UserTask task = awaitTask(Acceptance.TASK, id.value());
        invitations.revoke(id, "Пригласили по ошибке", supplier);

        assertThat(Mailbox.of(distributor.email().value()).await("Приглашение отозвано").text())
                .contains("Пригласили по ошибке");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(taskState(task.key())).isEqualTo("CANCELED"));
        assertThatThrownBy(() -> acceptance.accept(id, true, distributor)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.REVOKED");
        assertThat(joining.look(token)).get().extracting(InvitationInfo::stage).isEqualTo(Stage.REVOKED);
    }

    @Test
    void aLetterSentAgainHasItsOwnLinkAndTheFirstStaysGood() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = invite(supplier, email);
        String first = Mailbox.of(email).await("Приглашение").token();
        invitations.resend(id, supplier);
        String second = Mailbox.of(email).awaitNth("Приглашение", 2).token();

        assertThat(second).isNotEqualTo(first);
        assertThat(joining.look(first)).isPresent();
        assertThat(joining.look(second)).isPresent();
    }

    @Test
    void anInvitationThatNobodyTakesUpIsRemindedOfAndExpires() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = invite(supplier, email);
        Mailbox.of(email).await("Приглашение");
        SharedServices.camunda().increaseTime(Duration.ofDays(15));
        assertThat(Mailbox.of(email).await("Напоминание").link()).contains("/join?invite=");
        SharedServices.camunda().increaseTime(Duration.ofDays(90));

        assertThat(Mailbox.of(supplier.email().value()).await("Срок приглашения истёк").text())
                .contains(code(id, supplier));
        awaitStage(id, Stage.EXPIRED, supplier);
    }

    @Test
    void aLinkIsGoodOnce() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        Actor other = people.distributor(1);
        invite(supplier, distributor.email().value());
        String token = Mailbox.of(distributor.email().value()).await("Приглашение").token();
        OnboardingId id = joining.follow(token, distributor);

        assertThat(joining.follow(token, distributor)).isEqualTo(id);
        assertThatThrownBy(() -> joining.follow(token, other)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.ACCEPTING");
        assertThatThrownBy(() -> joining.follow(token + "x", other)).hasMessage("onboarding.refused.damagedLink");
        assertThat(joining.look("nonsense")).isEmpty();
    }

    @Test
    void onlyThePeopleConcernedCanSeeAndDecide() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = invite(supplier, distributor.email().value());
        joining.follow(Mailbox.of(distributor.email().value()).await("Приглашение").token(), distributor);
        awaitTask(Acceptance.TASK, id.value());

        assertThatThrownBy(() -> acceptance.accept(id, true, people.distributor(0)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> acceptance.accept(id, true, supplier)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> invitations.revoke(id, "Нет", people.supplier()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(queries.details(id, people.supplier())).isEmpty();
        assertThat(queries.details(id, people.processManager())).isPresent();
        assertThatThrownBy(() -> queries.count(OnboardingFilter.NONE, distributor))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(queries.details(id, supplier)).get().extracting(found -> found.row().stage())
                .isEqualTo(Stage.ACCEPTING);
    }

    @Test
    void badInputIsRefusedAndChangesNothing() {
        Actor supplier = people.supplier();
        for (InviteRequest bad : List.of(
                request("", TestPeople.anyEmail()),
                request("Имя\r\nBcc: all@example.com", TestPeople.anyEmail()),
                request("И".repeat(201), TestPeople.anyEmail()),
                request("Имя", "kein@@example"),
                request("Имя", "a@example.com\r\nBcc: b@example.com"),
                request("Имя", "a".repeat(250) + "@example.com"),
                new InviteRequest("Имя", TestPeople.anyEmail(), "1234567890", null, Locale.ENGLISH))) {
            assertThatThrownBy(() -> invitations.invite(bad, supplier))
                    .isInstanceOf(ConstraintViolationException.class);
        }
        assertThat(queries.count(OnboardingFilter.NONE, supplier)).isZero();
    }

    @Test
    void theSameDistributorIsNotInvitedTwiceAtOnce() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        invite(supplier, email);

        assertThatThrownBy(() -> invite(supplier, email)).hasMessage("onboarding.refused.underWay");
        assertThatThrownBy(() -> invite(supplier, people.colleague(supplier).email().value()))
                .hasMessage("onboarding.refused.ownAddress");
        assertThat(queries.count(OnboardingFilter.NONE, supplier)).isEqualTo(1);
    }

    private OnboardingId invite(Actor supplier, String email) {
        return invitations.invite(request("ООО \"Ромашка\"", email), supplier);
    }

    private static InviteRequest request(String name, String email) {
        return new InviteRequest(name, email, null, "Астрахань", Locale.of("ru"));
    }

    private static RegistrationRequest registration(String email) {
        return new RegistrationRequest("ООО \"Новичок\"", TestPeople.anyTaxId(), "Астрахань", "Ольга Новикова",
                "+7 999 123-45-67", email);
    }

    private RegistrationId registrationOf(OnboardingId id) {
        return new RegistrationId(jdbc.sql("select id from registration where onboarding_id = ?").param(id.value())
                .query(UUID.class).single());
    }

    private UserTask awaitTask(String element, UUID subject) {
        return await().atMost(PATIENCE).until(() -> tasks.findOpen(element, subject), found -> found.isPresent())
                .orElseThrow();
    }

    private void awaitStage(OnboardingId id, Stage stage, Actor supplier) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queries.details(id, supplier).orElseThrow().row()
                .stage()).isEqualTo(stage));
    }

    private String code(OnboardingId id, Actor supplier) {
        return queries.details(id, supplier).orElseThrow().row().code().value();
    }

    private List<ActivityKind> kinds(OnboardingId id, Actor supplier) {
        return queries.details(id, supplier).orElseThrow().story().stream().map(Activity::kind).toList();
    }

    private String taskState(long key) {
        return jdbc.sql("select state from user_task where task_key = ?").param(key).query(String.class).single();
    }

    private Set<LicenseId> licensesOf(Actor distributor, int count) {
        return jdbc.sql("select id from license where distributor_id = ? order by number limit ?")
                .params(distributor.companyAs(Role.DISTRIBUTOR).value(), count).query(UUID.class).list().stream()
                .map(LicenseId::new).collect(Collectors.toSet());
    }
}
