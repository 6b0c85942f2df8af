package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalEntry;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.texchange.registrations.RegistrationInfo;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks are completed past the application, as in Camunda's Tasklist: the business follows the engine and goes on. */
@IntegrationTest
class DoneElsewhereIT {

    private static final String REGISTER = "Task_RegisterDistributor";

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    Registrations registrations;
    @Autowired
    PartnershipStep partnership;
    @Autowired
    EarlyEnds ends;
    @Autowired
    Activities activities;
    @Autowired
    Journal journal;
    @Autowired
    CamundaClient client;
    @Autowired
    ChangeFeed feed;
    @Autowired
    JdbcClient jdbc;
    private final String newcomer = TestPeople.anyEmail();

    @Test
    void anInvitationThatIsAcceptedGoesOnUntilTheLicensesAreConnected() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        complete(OnboardingTasks.ACCEPT, id.value(), Map.of("accepted", true));

        assertThatThrownBy(() -> acceptance.decline(id, "Нет", distributor))
                .isInstanceOf(RefusedException.class).hasMessage("tasks.refused.gone");
        journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
        order(supplier, distributor);

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(story(id, supplier)).containsOnlyOnce(ActivityKind.ACCEPTED_ELSEWHERE)
                .doesNotContain(ActivityKind.ACCEPTED);
    }

    /** Both are recorded by one step, which can run again. */
    @Test
    void theStoryTellsThatItWasAcceptedBeforeWhatFollowsFromThatAndBothOnce() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.accepting(supplier, people.distributor(1));
        complete(OnboardingTasks.ACCEPT, id.value(), Map.of("accepted", true));
        journey.awaitTask(OnboardingTasks.CONNECT, id.value());

        partnership.establish(id);

        assertThat(story(id, supplier)).containsOnlyOnce(ActivityKind.ACCEPTED_ELSEWHERE, ActivityKind.PARTNERSHIP_ESTABLISHED)
                .containsSubsequence(ActivityKind.ACCEPTED_ELSEWHERE, ActivityKind.PARTNERSHIP_ESTABLISHED);
    }

    /** Its own licenses with the distributor are told there as outside of its network until then. */
    @Test
    void theSuppliersListOfLicensesHearsThatADistributorHasJoined() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.accepting(supplier, people.distributor(1));
        List<Change> heard = new CopyOnWriteArrayList<>();
        Runnable unsubscribe = feed.subscribe(heard::add);
        try {
            complete(OnboardingTasks.ACCEPT, id.value(), Map.of("accepted", true));

            await().untilAsserted(() -> assertThat(heard).contains(new Change(Change.Topic.LICENSES, String.valueOf(supplier.companyId()))));
        } finally {
            unsubscribe.run();
        }
    }

    @Test
    void anInvitationThatIsDeclinedEndsSo() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.accepting(supplier, people.distributor(1));
        complete(OnboardingTasks.ACCEPT, id.value(), Map.of("accepted", false));

        journey.awaitStage(id, Stage.DECLINED);
        Mailbox.of(supplier.email().value()).await("Отказ от приглашения");
        awaitProcessEnd(id);
        assertThat(story(id, supplier)).containsOnlyOnce(ActivityKind.DECLINED_ELSEWHERE);
    }

    @Test
    void aNewcomerThatIsApprovedGetsTheAccountAndTheInvitation() {
        OnboardingId id = journey.invite(people.supplier(), newcomer);
        RegistrationId registration = journey.registering(id, newcomer);
        complete(REGISTER, registration.value(), Map.of("approved", true));

        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
        assertThat(registrations.get(registration).state()).isEqualTo(RegistrationInfo.State.OPENED);
        assertThat(journal(registration, AuditKind.REGISTRATION_APPROVED_ELSEWHERE)).hasSize(1);
    }

    @Test
    void aNewcomerThatIsRejectedIsToldSo() {
        OnboardingId id = journey.invite(people.supplier(), newcomer);
        RegistrationId registration = journey.registering(id, newcomer);
        complete(REGISTER, registration.value(), Map.of("approved", false));

        journey.awaitStage(id, Stage.REJECTED);
        Mailbox.of(newcomer).await("Заявка на регистрацию отклонена");
        assertThat(registrations.get(registration).state()).isEqualTo(RegistrationInfo.State.REJECTED);
        assertThat(journal(registration, AuditKind.REGISTRATION_REJECTED_ELSEWHERE)).hasSize(1);
        awaitProcessEnd(id);
    }

    /** What the operator reads of a request. */
    private List<JournalEntry> journal(RegistrationId registration, AuditKind kind) {
        return journal.page(JournalScope.ALL, new JournalFilter("", null, kind, null, null, "", registration.toString(), null, null),
                Journal.Place.first(0), 10, people.sales());
    }

    @Test
    void aChoiceOfLicensesWithoutAnOrderIsAskedForAgain() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connecting(supplier, distributor);
        long first = complete(OnboardingTasks.CONNECT, id.value(), Map.of());

        await().until(() -> journey.awaitTask(OnboardingTasks.CONNECT, id.value()).key() > first);
        order(supplier, distributor);
        journey.awaitStage(id, Stage.CONNECTED);
    }

    @Test
    void refusedLicensesThatAreAllLeftOutLeadBackToTheChoice() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connecting(supplier, distributor);
        block(distributor, true);
        OrderId order = order(supplier, distributor);
        complete(RefusedConnections.TASK, order.value(), Map.of("retry", false));

        journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        assertThat(orders.refusedCount(order)).isZero();
        block(distributor, false);
        order(supplier, distributor);
        journey.awaitStage(id, Stage.CONNECTED);
    }

    @Test
    void refusedLicensesThatAreTriedAgainAreAskedForAgain() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        journey.connecting(supplier, distributor);
        block(distributor, true);
        OrderId order = order(supplier, distributor);
        long first = complete(RefusedConnections.TASK, order.value(), Map.of("retry", true));

        await().until(() -> journey.awaitTask(RefusedConnections.TASK, order.value()).key() > first);
        assertThat(orders.refusedCount(order)).isEqualTo(1);
    }

    /** Both at the same moment: a process manager has to cancel the process, and the new one goes as the stage says. */
    @Test
    void whatContradictsADecisionMadeHereChangesNothing() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId declined = journey.accepting(supplier, distributor);
        acceptance.decline(declined, "Нет", distributor);
        OnboardingId accepted = journey.connecting(supplier, people.distributor(1));

        assertThatThrownBy(() -> partnership.establish(declined)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> ends.notifyDeclined(accepted)).isInstanceOf(RefusedException.class);

        assertThat(journey.stage(declined)).isEqualTo(Stage.DECLINED);
        assertThat(journey.stage(accepted)).isEqualTo(Stage.CONNECTING);
    }

    private long complete(String element, UUID subject, Map<String, Object> variables) {
        UserTask task = journey.awaitTask(element, subject);
        // The application hears of a task while the engine is about to open it.
        await().ignoreExceptionsInstanceOf(ClientException.class).until(() -> {
            client.newCompleteUserTaskCommand(task.key()).variables(variables).send().join();
            return true;
        });
        journey.awaitTaskState(task.key(), UserTask.State.COMPLETED);
        return task.key();
    }

    private OrderId order(Actor supplier, Actor distributor) {
        return orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor).id();
    }

    private void block(Actor distributor, boolean blocked) {
        jdbc.sql("update license set blocked = ? where distributor_id = ?")
                .params(blocked, distributor.companyAs(Role.DISTRIBUTOR).value()).update();
    }

    private List<ActivityKind> story(OnboardingId id, Actor supplier) {
        return activities.of(id).stream().map(Activity::kind).toList();
    }

    private void awaitProcessEnd(OnboardingId id) {
        await().until(() -> jdbc.sql("select process_ended_at is not null from onboarding where id = ?")
                .param(id.value()).query(Boolean.class).single());
    }
}
