package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The whole way through on PostgreSQL, engine and mail server, without the interface. */
@IntegrationTest
class OnboardingPathIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    OpenedInvitations opened;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Registrations registrations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Activities activities;

    @Test
    void aKnownDistributorIsOnboardedFromTheInvitationToConnectedLicenses() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(5);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        Mailbox.ReceivedLetter letter = Mailbox.of(distributor.email().value())
                .await("Приглашение в дистрибьюторскую сеть");
        assertThat(letter.text()).contains(code(id, supplier)).contains("join?invite=");
        assertThat(letter.html()).contains(code(id, supplier));
        assertThat(opened.look(letter.token())).get().extracting(InvitationInfo::stage).isEqualTo(Stage.INVITED);

        joining.follow(letter.token(), distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        acceptance.accept(id, true, distributor);
        journey.awaitTask("Task_ConnectLicenses", id.value());
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 3), distributor),
                distributor);

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(Mailbox.of(distributor.email().value()).await("Лицензии подключены").text()).contains("3");
        assertThat(Mailbox.of(supplier.email().value()).await("Лицензии подключены").text())
                .contains(code(id, supplier));
        assertThat(kinds(id, supplier)).containsSubsequence(ActivityKind.INVITED, ActivityKind.FOLLOWED,
                ActivityKind.ACCEPTED, ActivityKind.PARTNERSHIP_ESTABLISHED, ActivityKind.LICENSES_ORDERED,
                ActivityKind.CONNECTED);
        assertThat(kinds(id, supplier)).contains(ActivityKind.DELEGATED);
    }

    @Test
    void aNewDistributorIsRegisteredBySalesOnTheWay() {
        Actor supplier = people.supplier();
        Actor sales = people.sales();
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();

        joining.requestRegistration(token, Journey.newcomer(email), Locale.of("ru"));
        journey.awaitStage(id, Stage.REGISTERING);
        UserTask task = journey.awaitTask("Task_RegisterDistributor", journey.registrationOf(id).value());
        assertThat(task.dueAt()).isNotNull();
        registrations.approve(journey.registrationOf(id), sales);

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
        journey.awaitStage(id, Stage.ACCEPTING);
        Actor newcomer = people.actor(email);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        acceptance.accept(id, false, newcomer);
        journey.awaitTask("Task_ConnectLicenses", id.value());
        people.loadLicenses(newcomer.companyAs(Role.DISTRIBUTOR), newcomer.companyAs(Role.DISTRIBUTOR), 2);
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(newcomer, 2), newcomer),
                newcomer);
        journey.awaitStage(id, Stage.CONNECTED);
    }

    @Test
    void aDeclinedInvitationTellsTheSupplierWhyAndCanBeSentAgainWithTheSameCode() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        joining.follow(Mailbox.of(distributor.email().value()).await("Приглашение").token(), distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        acceptance.decline(id, "Работаем с другим поставщиком", distributor);

        assertThat(Mailbox.of(supplier.email().value()).await("Отказ от приглашения").text())
                .contains("Работаем с другим поставщиком");
        journey.awaitStage(id, Stage.DECLINED);
        OnboardingId again = journey.invite(supplier, distributor.email().value());
        assertThat(code(again, supplier)).isEqualTo(code(id, supplier));
        joining.follow(Mailbox.of(distributor.email().value()).awaitNth("Приглашение", 2).token(), distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, again.value());
    }

    @Test
    void aRejectedRegistrationEndsTheOnboardingAndTellsBoth() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        joining.requestRegistration(Mailbox.of(email).await("Приглашение").token(), Journey.newcomer(email),
                Locale.ENGLISH);
        journey.awaitTask("Task_RegisterDistributor", journey.registrationOf(id).value());
        registrations.reject(journey.registrationOf(id), "Компания ликвидирована", people.sales());

        assertThat(Mailbox.of(email).await("Your registration could not be accepted").text())
                .contains("Компания ликвидирована");
        assertThat(Mailbox.of(supplier.email().value()).await("Заявка дистрибьютора отклонена").text())
                .contains("Компания ликвидирована");
        journey.awaitStage(id, Stage.REJECTED);
    }

    @Test
    void aRevokedInvitationWithdrawsTheTaskAndTheLink() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        String token = Mailbox.of(distributor.email().value()).await("Приглашение").token();
        joining.follow(token, distributor);
        UserTask task = journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        invitations.revoke(id, "Пригласили по ошибке", supplier);

        assertThat(Mailbox.of(distributor.email().value()).await("Приглашение отозвано").text())
                .contains("Пригласили по ошибке");
        journey.awaitTaskState(task.key(), UserTask.State.CANCELED);
        assertThatThrownBy(() -> acceptance.accept(id, true, distributor)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.REVOKED");
        assertThat(opened.look(token)).get().extracting(InvitationInfo::stage).isEqualTo(Stage.REVOKED);
    }

    @Test
    void aLinkIsGoodOnce() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        Actor other = people.distributor(1);
        journey.invite(supplier, distributor.email().value());
        String token = Mailbox.of(distributor.email().value()).await("Приглашение").token();
        OnboardingId id = joining.follow(token, distributor);

        assertThat(joining.follow(token, distributor)).isEqualTo(id);
        assertThatThrownBy(() -> joining.follow(token, other)).isInstanceOf(RefusedException.class)
                .hasMessage("onboarding.refused.stage.ACCEPTING");
        assertThatThrownBy(() -> joining.follow(token + "x", other)).hasMessage("onboarding.refused.damagedLink");
        assertThat(opened.look("nonsense")).isEmpty();
    }

    @Test
    void onlyThePeopleConcernedCanSeeAndDecide() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        joining.follow(Mailbox.of(distributor.email().value()).await("Приглашение").token(), distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());

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
        assertThat(queries.count(OnboardingFilter.NONE, supplier).number()).isZero();
    }

    @Test
    void theSameDistributorIsNotInvitedTwiceAtOnce() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        journey.invite(supplier, email);

        assertThatThrownBy(() -> journey.invite(supplier, email)).hasMessage("onboarding.refused.underWay");
        assertThatThrownBy(() -> journey.invite(supplier, people.colleague(supplier).email().value()))
                .hasMessage("onboarding.refused.ownAddress");
        assertThat(queries.count(OnboardingFilter.NONE, supplier).number()).isEqualTo(1);
    }

    private static InviteRequest request(String name, String email) {
        return new InviteRequest(name, email, null, "Астрахань", Locale.of("ru"));
    }

    private String code(OnboardingId id, Actor supplier) {
        return queries.details(id, supplier).orElseThrow().row().code().value();
    }

    private List<ActivityKind> kinds(OnboardingId id, Actor supplier) {
        return activities.of(id).stream().map(Activity::kind).toList();
    }
}
