package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.local.LocalServers;
import com.texchange.overview.OnboardingQueries;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.BesideOthers;
import com.texchange.testing.Mailbox;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What happens by itself when people let time pass. The engine's clock can only go forward, so all onboardings live
 * through the same three months: everything is begun on one day, a reminder's time goes by, and then all the rest.
 */
@OwnServers
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingTimersIT {

    private static final Duration TO_FIRST_REMINDER = Duration.ofDays(15);
    private static final Duration TO_EXPIRY = Duration.ofDays(80);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    EarlyEnds ends;
    @Autowired
    Registrations registrations;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Activities activities;
    @Autowired
    Scheduler scheduler;

    private final String stranger = TestPeople.anyEmail();
    private final String newcomer = TestPeople.anyEmail();
    private Actor supplier;
    private Actor sales;
    private Actor undecided;
    private Actor slow;
    private Actor lastMinute;
    private OnboardingId untouched;
    private OnboardingId registering;
    private RegistrationId registration;
    private UserTask registrationTask;
    private OnboardingId accepting;
    private OnboardingId connecting;
    private OnboardingId late;
    private UserTask lateTask;

    @BeforeAll
    void threeMonthsPass() {
        supplier = people.supplier();
        sales = people.sales();
        undecided = people.distributor(1);
        slow = people.distributor(1);
        lastMinute = people.distributor(1);
        begin();
        pass(TO_FIRST_REMINDER);
        mailbox(stranger).await("Напоминание");
        mailbox(undecided).await("Напоминание");
        mailbox(slow).await("Напоминание");
        decideBehindTheEnginesBack();
        pass(TO_EXPIRY);
        journey.awaitStage(untouched, Stage.EXPIRED);
        journey.awaitTask(OnboardingTasks.CONNECT, late.value());
        scheduler.resume();
    }

    private void begin() {
        untouched = journey.invite(supplier, stranger);
        mailbox(stranger).await("Приглашение");
        Actor another = people.supplier();
        registering = journey.invite(another, newcomer);
        registration = journey.registering(registering, newcomer);
        registrationTask = journey.awaitTask("Task_RegisterDistributor", registration.value());
        accepting = journey.accepting(another, undecided);
        connecting = journey.connecting(another, slow);
        late = journey.accepting(supplier, lastMinute);
        lateTask = journey.awaitTask(OnboardingTasks.ACCEPT, late.value());
    }

    /** A step of time ages jobs too: it waits until none is under way. */
    private void pass(Duration time) {
        servers.camunda().awaitIdle(PATIENCE);
        servers.camunda().increaseTime(time);
    }

    /** The command to the engine waits, as it would while the engine is down. */
    private void decideBehindTheEnginesBack() {
        scheduler.pause();
        acceptance.accept(late, false, lastMinute);
    }

    @Test
    void whoDoesNotFollowTheLinkIsRemindedWithANewOne() {
        assertThat(mailbox(stranger).await("Напоминание").token())
                .isNotEqualTo(mailbox(stranger).letters().getFirst().token());
    }

    @Test
    void anInvitationThatNobodyTakesUpExpiresAndTheSupplierHearsOfIt() {
        assertThat(mailbox(supplier).await("Срок приглашения истёк").text()).contains(code(untouched));
        assertThat(journey.stage(untouched)).isEqualTo(Stage.EXPIRED);
        assertThat(activities.of(untouched)).extracting(Activity::kind)
                .containsOnlyOnce(ActivityKind.EXPIRED);
    }

    @Test
    void whoDoesNotDecideIsRemindedAndTheInvitationExpires() {
        assertThat(mailbox(undecided).await("Напоминание: ответьте на приглашение").link())
                .endsWith("/exchange/suppliers");
        journey.awaitStage(accepting, Stage.EXPIRED);
        assertThatThrownBy(() -> acceptance.accept(accepting, true, undecided))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.stage.EXPIRED");
    }

    @Test
    void whoDoesNotConnectLicensesIsRemindedAndKeepsTheTask() {
        assertThat(mailbox(slow).await("Напоминание: подключите лицензии").link()).contains("/services?supplier=");
        assertThat(journey.stage(connecting)).isEqualTo(Stage.CONNECTING);
        journey.awaitTask(OnboardingTasks.CONNECT, connecting.value());
    }

    @Test
    void anOverdueRegistrationIsEscalatedToTheSalesDepartment() {
        assertThat(mailbox(sales).await("Заявка на регистрацию просрочена").link()).contains("/tasks/");
    }

    @Test
    void aRegistrationThatNobodyDecidesIsClosedWithItsInvitation() {
        journey.awaitStage(registering, Stage.EXPIRED);
        journey.awaitTaskState(registrationTask.key(), UserTask.State.CANCELED);
        assertThatThrownBy(() -> registrations.approve(registration, sales))
                .isInstanceOf(RefusedException.class).hasMessage("registrations.refused.closed");
    }

    @Test
    void anAcceptanceThatTheEngineHadNotHeardOfOverrulesTheExpiry() {
        assertThat(journey.stage(late)).isEqualTo(Stage.CONNECTING);
        assertThat(activities.of(late)).extracting(Activity::kind)
                .contains(ActivityKind.ACCEPTED, ActivityKind.PARTNERSHIP_ESTABLISHED)
                .doesNotContain(ActivityKind.EXPIRED);
        journey.awaitTaskState(lateTask.key(), UserTask.State.CANCELED);
        assertThat(ends.expire(late)).containsEntry("expired", false).containsEntry("accepted", true)
                .containsEntry("distributorCompanyId", String.valueOf(lastMinute.companyId()));
    }

    private String code(OnboardingId id) {
        return queries.details(id, supplier).orElseThrow().row().code().value();
    }

    private Mailbox mailbox(Actor person) {
        return mailbox(person.email().value());
    }

    private Mailbox mailbox(String address) {
        return Mailbox.at(servers.mail().getImap().getPort(), address);
    }
}
