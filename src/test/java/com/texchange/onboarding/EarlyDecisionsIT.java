package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.registrations.Registrations;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People decide while no command reaches the engine, so no task is there; the engine catches up afterwards. */
@IntegrationTest
class EarlyDecisionsIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Invitations invitations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    Registrations registrations;
    @Autowired
    Scheduler scheduler;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void engineIsAway() {
        supplier = people.supplier();
        distributor = people.distributor(2);
        scheduler.pause();
    }

    @AfterEach
    void engineIsBack() {
        scheduler.resume();
    }

    @Test
    void anOnboardingIsDecidedToTheEndAndConnectsOnceTheEngineIsBack() {
        OnboardingId id = taken();
        acceptance.accept(id, false, distributor);
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 2), distributor),
                distributor);
        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
        assertThat(taskRows(id.value())).isEmpty();

        scheduler.resume();

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(taskRows(id.value())).containsExactly(
                "Task_AcceptInvitation COMPLETED " + distributor.id(),
                "Task_ConnectLicenses COMPLETED " + distributor.id());
        awaitProcessEnd(id);
    }

    @Test
    void whoComesSecondIsRefusedAlthoughThereIsNoTask() {
        OnboardingId id = taken();
        acceptance.accept(id, false, distributor);

        assertThatThrownBy(() -> acceptance.decline(id, "Нет", people.colleague(distributor)))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.stage.CONNECTING");
        assertThatThrownBy(() -> invitations.revoke(id, "Поздно", supplier))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.stage.CONNECTING");
    }

    @Test
    void aDeclinedInvitationIsToldOnceTheEngineIsBack() {
        OnboardingId id = taken();
        acceptance.decline(id, "Не сейчас", distributor);

        scheduler.resume();

        assertThat(Mailbox.of(supplier.email().value()).await("Отказ от приглашения").text()).contains("Не сейчас");
        awaitProcessEnd(id);
        assertThat(taskRows(id.value())).containsExactly("Task_AcceptInvitation COMPLETED " + distributor.id());
    }

    @Test
    void aRevokedInvitationLeavesNoTask() {
        OnboardingId id = taken();
        invitations.revoke(id, "Пригласили по ошибке", supplier);

        scheduler.resume();

        awaitProcessEnd(id);
        assertThat(journey.stage(id)).isEqualTo(Stage.REVOKED);
        assertThat(taskRows(id.value())).allMatch(row -> row.contains("CANCELED"));
    }

    @Test
    void aRegistrationIsApprovedBeforeItsTask() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(id), Journey.newcomer(email), Locale.of("ru"));
        Actor sales = people.sales();
        RegistrationId registration = journey.registrationOf(id);
        registrations.approve(registration, sales);

        scheduler.resume();

        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
        assertThat(taskRows(registration.value()))
                .containsExactly("Task_RegisterDistributor COMPLETED " + sales.id());
    }

    @Test
    void aRegistrationIsRejectedBeforeItsTask() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(id), Journey.newcomer(email), Locale.of("ru"));
        registrations.reject(journey.registrationOf(id), "Компания ликвидирована", people.sales());

        scheduler.resume();

        journey.awaitStage(id, Stage.REJECTED);
        assertThat(Mailbox.of(email).await("Заявка на регистрацию отклонена").text())
                .contains("Компания ликвидирована");
    }

    /** The distributor has taken the invitation up, and the engine knows nothing. */
    private OnboardingId taken() {
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        joining.follow(journey.token(id), distributor);
        return id;
    }

    private void awaitProcessEnd(OnboardingId id) {
        await().until(() -> jdbc.sql("select process_ended_at is not null from onboarding where id = ?")
                .param(id.value()).query(Boolean.class).single());
    }

    private List<String> taskRows(UUID subject) {
        return jdbc.sql("""
                select concat_ws(' ', element_id, state, submitted_by) from user_task where subject_id = ?
                order by task_key
                """).param(subject).query(String.class).list();
    }
}
