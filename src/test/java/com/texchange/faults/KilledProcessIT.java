package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.faults.CrashPoints.Point;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.Mailbox;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills a process that runs the application, while it stands at the worst places of many onboardings at once, and lets
 * another one go on. One child brings the onboardings to where a person decides, the second one is killed after these
 * decisions, the third one finishes.
 */
@OwnServers
@Import(OnlyClicks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("faults")
class KilledProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAST_THE_JOB_TIMEOUT = Duration.ofMinutes(3);
    private static final String COMMAND = "engine-command";

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
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
    JdbcClient jdbc;

    private final List<ChildJvm> children = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final String newcomer = TestPeople.anyEmail();
    private final String invitee = TestPeople.anyEmail();
    private final String reader = TestPeople.anyEmail();
    private Actor supplier;
    private Actor accepting;
    private Actor connecting;
    private Actor publishing;
    private Actor confirming;
    private Actor declining;
    private OnboardingId invited;
    private OnboardingId registered;
    private OnboardingId accepted;
    private OnboardingId connected;
    private OnboardingId published;
    private OnboardingId confirmed;
    private OnboardingId declined;
    private OnboardingId revoked;
    private OnboardingId written;
    private OnboardingId unsent;
    private OnboardingId unrecorded;
    private OnboardingId offered;
    private OnboardingId answered;
    private Actor offering;
    private Actor answering;
    private long answeredTask;
    private ChildJvm killed;
    private ChildJvm successor;

    /** A step of one onboarding that the killed process had committed and not completed. */
    private record Step(String jobType, OnboardingId onboarding) {

        String point() {
            return Point.STEP_COMMITTED.at(jobType, onboarding.toString());
        }

        String told() {
            return "step %s %s of ".formatted(jobType, onboarding);
        }
    }

    @BeforeAll
    void killAProcessAndStartAnother() {
        ChildJvm first = child("killed-before", Map.of()).awaitReady();
        begin();
        awaitDone(0);
        // Not killed: a job whose letter is out already, but not its answer, would come again only after its timeout.
        first.stop();
        decide();
        killed = child("killed", Map.of(ChildApplication.CRASH, String.join(",", crashPoints())));
        crashPoints().forEach(killed::awaitTold);
        // What waits for its end: the letter, and three commands, each within its durable task.
        awaitDone(4);
        killed.kill();
        servers.camunda().increaseTime(PAST_THE_JOB_TIMEOUT);
        successor = child("killed-after", Map.of()).awaitReady();
        steps.forEach(step -> await(step.point()).atMost(PATIENCE)
                .until(() -> !successor.told(step.told()).isEmpty()));
        // The task of a dead process is taken over once it has missed its heartbeats, when all else may be long done.
        await().atMost(PATIENCE).until(() -> !successor.told("step send-invitation " + unsent).isEmpty());
        awaitDone(0);
    }

    @AfterAll
    void endChildren() {
        children.forEach(ChildJvm::close);
    }

    private void begin() {
        supplier = people.supplier();
        accepting = people.distributor(1);
        connecting = people.distributor(3);
        publishing = people.distributor(2);
        confirming = people.distributor(2);
        declining = people.distributor(1);
        Actor revoking = people.distributor(1);
        registered = journey.invite(supplier, newcomer);
        journey.registering(registered, newcomer);
        accepted = journey.accepting(supplier, accepting);
        declined = journey.accepting(supplier, declining);
        revoked = journey.accepting(supplier, revoking);
        connected = journey.connecting(supplier, connecting);
        published = journey.connecting(supplier, publishing);
        confirmed = journey.connecting(supplier, confirming);
        offering = people.distributor(1);
        offered = journey.invite(supplier, offering.email().value());
        answering = people.distributor(1);
        answered = journey.accepting(supplier, answering);
        answeredTask = journey.awaitTask(OnboardingTasks.ACCEPT, answered.value()).key();
    }

    /** Nothing runs meanwhile, so all of it waits for the process that will be killed. */
    private void decide() {
        invited = journey.invite(supplier, invitee);
        written = journey.invite(supplier, reader);
        unsent = journey.invite(supplier, TestPeople.anyEmail());
        unrecorded = journey.invite(supplier, TestPeople.anyEmail());
        registrations.approve(journey.registrationOf(registered), people.sales());
        acceptance.accept(accepted, false, accepting);
        acceptance.decline(declined, "Нет интереса", declining);
        invitations.revoke(revoked, "По ошибке", supplier);
        order(connecting, 3);
        order(publishing, 2);
        order(confirming, 2);
        joining.follow(journey.token(offered), offering);
        acceptance.accept(answered, false, answering);
        steps.addAll(List.of(new Step("send-invitation", invited), new Step("open-account", registered),
                new Step("establish-partnership", accepted), new Step("notify-declined", declined),
                new Step("revoke-invitation", revoked), new Step("connect-licenses", connected),
                new Step("publish-connections", published), new Step("confirm-onboarding", confirmed),
                new Step("user-task-creating", offered)));
    }

    private List<String> crashPoints() {
        List<String> points = new ArrayList<>(steps.stream().map(Step::point).toList());
        points.add(Point.LETTER_TAKEN.at(reader));
        points.add(Point.TASK_PICKED.at(COMMAND, "message-" + unsent));
        points.add(Point.TASK_DONE.at(COMMAND, "message-" + unrecorded));
        points.add(Point.TASK_DONE.at(COMMAND, "task-" + answeredTask));
        return points;
    }

    @Test
    void everyStepWasCommittedByTheKilledProcessAndRanAgainForTheSameJob() {
        // Other tests of this class go on, and so does the successor.
        assertThat(steps).allSatisfy(step -> assertThat(killed.told(step.told())).singleElement().satisfies(told ->
                assertThat(successor.told(step.told())).containsOnlyOnce(told)));
    }

    @Test
    void anInvitationIsWrittenOnceAndCanBeFollowed() {
        assertThat(letters(invitee, "Приглашение")).hasSize(1);
        assertCanGoOn(invited);
    }

    @Test
    void anAccountIsOpenedOnce() {
        journey.awaitStage(registered, Stage.ACCEPTING);
        journey.awaitTask(OnboardingTasks.ACCEPT, registered.value());
        assertThat(told(registered)).containsOnlyOnce("ACCOUNT_OPENED");
        assertThat(letters(newcomer, "Ваш личный кабинет открыт")).hasSize(1);
        assertThat(count("account where email = ?", newcomer)).isOne();
        assertThat(count("registration where onboarding_id = ?", registered.value())).isOne();
    }

    @Test
    void aPartnershipIsEstablishedOnce() {
        journey.awaitTask("Task_ConnectLicenses", accepted.value());
        assertThat(told(accepted)).containsOnlyOnce("PARTNERSHIP_ESTABLISHED");
    }

    @Test
    void licensesAreConnectedPublishedAndConfirmedOnce() {
        assertConnected(connected, connecting, 3);
        assertConnected(published, publishing, 2);
        assertConnected(confirmed, confirming, 2);
        assertThat(letters(supplier.email().value(), "Лицензии подключены")).hasSize(3);
    }

    @Test
    void theEndOfAnInvitationIsToldOnce() {
        assertThat(letters(supplier.email().value(), "Отказ от приглашения")).hasSize(1);
        assertThat(told(declined)).containsOnlyOnce("DECLINED");
        assertThat(told(revoked)).containsOnlyOnce("REVOKED");
        assertThat(count("mail_delivery where reference = ? and template like 'revoked%'", revoked.value()))
                .isEqualTo(2);
    }

    @Test
    void aLetterThatWasTakenAndNotRecordedIsSentTwiceAtMostWithOneMessageId() {
        List<Mailbox.ReceivedLetter> letters = letters(reader, "Приглашение");
        assertThat(letters).hasSize(2);
        assertThat(letters).extracting(Mailbox.ReceivedLetter::messageId).containsOnly(letters.getFirst().messageId());
        assertThat(letters.getLast().text()).isEqualTo(letters.getFirst().text());
        assertThat(count("mail_delivery where reference = ? and state = 'SENT'", written.value())).isOne();
    }

    @Test
    void aCommandThatWasNotSentIsSentByTheNextProcess() {
        assertThat(killed.told("step send-invitation " + unsent)).isEmpty();
        assertThat(successor.told("step send-invitation " + unsent)).hasSize(1);
        assertCanGoOn(unsent);
    }

    @Test
    void aCommandThatWasSentAndNotRecordedBeginsNoSecondOnboarding() {
        assertThat(successor.told("task " + COMMAND + " message-" + unrecorded)).isNotEmpty();
        assertThat(killed.told("step send-invitation " + unrecorded)).hasSize(1);
        assertThat(successor.told("step send-invitation " + unrecorded)).isEmpty();
        assertCanGoOn(unrecorded);
    }

    @Test
    void aTaskWhoseListenerCommittedAndDidNotAnswerIsThereOnceAndCanBeDone() {
        assertThat(count("user_task where subject_id = ?", offered.value())).isOne();
        acceptance.accept(offered, false, offering);
        journey.awaitTask("Task_ConnectLicenses", offered.value());
        assertThat(told(offered)).containsOnlyOnce("FOLLOWED", "ACCEPTED", "PARTNERSHIP_ESTABLISHED");
    }

    /** The engine says the second time that it has no such task: it was done, not withdrawn. */
    @Test
    void aDecisionThatWasTakenAndNotRecordedIsTakenOnce() {
        assertThat(successor.told("task " + COMMAND + " task-" + answeredTask)).isNotEmpty();
        journey.awaitTask("Task_ConnectLicenses", answered.value());
        journey.awaitTaskState(answeredTask, UserTask.State.COMPLETED);
        assertThat(told(answered)).containsOnlyOnce("ACCEPTED", "PARTNERSHIP_ESTABLISHED");
    }

    private void assertCanGoOn(OnboardingId id) {
        joining.follow(journey.token(id), people.distributor(1));
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        assertThat(count("user_task where subject_id = ?", id.value())).isOne();
        assertThat(count("mail_delivery where template = 'invitation' and reference = ?", id.value())).isOne();
    }

    private void assertConnected(OnboardingId id, Actor distributor, int licenses) {
        journey.awaitStage(id, Stage.CONNECTED);
        awaitDone(0);
        assertThat(told(id)).containsOnlyOnce("LICENSES_ORDERED", "CONNECTED");
        assertThat(letters(distributor.email().value(), "Лицензии подключены")).hasSize(1);
        assertThat(count("connection where license_id in (select id from license where distributor_id = ?)",
                distributor.companyAs(Role.DISTRIBUTOR).value())).isEqualTo(licenses);
    }

    private ChildJvm child(String name, Map<String, ?> properties) {
        ChildJvm child = ChildJvm.launch(name, servers, properties);
        children.add(child);
        return child;
    }

    private OrderId order(Actor distributor, int licenses) {
        return orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, licenses), distributor),
                distributor)
                .id();
    }

    /** Waits until the engine has nothing to do and no more than so many durable tasks are left. */
    private void awaitDone(int left) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            servers.camunda().awaitIdle(PATIENCE);
            assertThat(jdbc.sql("""
                    select task_name || ' ' || task_instance from scheduled_tasks where task_instance <> 'recurring'
                    union all select 'letter ' || id from mail_delivery where state = 'QUEUED'
                    """).query(String.class)
                    .list()).hasSize(left);
        });
    }

    private List<String> told(OnboardingId id) {
        return jdbc.sql("select kind from activity where onboarding_id = ?").param(id.value()).query(String.class).list();
    }

    private int count(String what, Object parameter) {
        return jdbc.sql("select count(*) from " + what).param(parameter).query(Integer.class).single();
    }

    private List<Mailbox.ReceivedLetter> letters(String address, String subject) {
        return Mailbox.at(servers.mail().getImap().getPort(), address).letters().stream()
                .filter(letter -> letter.subject().contains(subject)).toList();
    }
}
