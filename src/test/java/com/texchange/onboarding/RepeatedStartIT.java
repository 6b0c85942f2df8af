package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.local.LocalServers;
import com.texchange.process.LostProcesses;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.BesideOthers;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A process begins once more: after its end, as by a reply that was lost for days, or after it was canceled. */
@OwnServers
@BesideOthers
class RepeatedStartIT {

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
    Invitations invitations;
    @Autowired
    LostProcesses lostProcesses;
    @Autowired
    Tasks tasks;
    @Autowired
    CamundaClient client;
    @Autowired
    JdbcClient jdbc;
    @MockitoSpyBean
    OnboardingSteps steps;

    @Test
    void aStartMessageAfterTheEndDoesNothing() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId connected = journey.connected(supplier, distributor, 1);
        OnboardingId declined = journey.accepting(people.supplier(), distributor);
        acceptance.decline(declined, "Нет", distributor);

        for (OnboardingId id : List.of(connected, declined)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended(id)).isTrue());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(unsentLetters(id)).isZero());
            servers.camunda().awaitIdle(PATIENCE);
            List<Integer> before = effects(id);
            Mockito.clearInvocations(steps);

            start(id);

            Mockito.verify(steps, Mockito.timeout(PATIENCE.toMillis()).atLeastOnce())
                    .sendInvitation(ArgumentMatchers.eq(id), ArgumentMatchers.anyLong());
            servers.camunda().awaitIdle(PATIENCE);
            assertThat(effects(id)).isEqualTo(before);
            // Had the second instance gone on, it would wait for this: whoever follows the link gets a task.
            follow(id, distributor);
            servers.camunda().awaitIdle(PATIENCE);
            assertThat(effects(id)).isEqualTo(before);
        }
    }

    /** The engine keeps the message that the canceled instance has received, and must not take the next one for it. */
    @Test
    void aProcessThatWasCanceledInOperateIsBegunAnewAtItsStep() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId accepting = journey.accepting(supplier, distributor);
        OnboardingId connecting = journey.connecting(supplier, people.distributor(1));
        OnboardingId revoked = journey.accepting(supplier, people.distributor(1));
        cancel(OnboardingTasks.ACCEPT, accepting);
        cancel(OnboardingTasks.CONNECT, connecting);
        cancel(OnboardingTasks.ACCEPT, revoked);
        invitations.revoke(revoked, "Передумали", supplier);
        await().atMost(PATIENCE).until(() -> jdbc
                .sql("select count(*) from scheduled_tasks where task_name = 'engine-command'")
                .query(Integer.class).single() == 0);

        lostProcesses.recreate(people.processManager());

        journey.awaitTask(OnboardingTasks.ACCEPT, accepting.value());
        journey.awaitTask(OnboardingTasks.CONNECT, connecting.value());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ended(revoked)).isTrue());
        acceptance.accept(accepting, false, distributor);
        journey.awaitTask(OnboardingTasks.CONNECT, accepting.value());
    }

    private void cancel(String element, OnboardingId id) {
        UserTask task = journey.awaitTask(element, id.value());
        client.newCancelInstanceCommand(jdbc.sql("select process_instance_key from user_task where task_key = ?")
                .param(task.key()).query(Long.class).single()).send().join();
        await().atMost(PATIENCE).until(() -> tasks.findOpen(element, id.value()).isEmpty());
    }

    private void start(OnboardingId id) {
        client.newPublishMessageCommand().messageName("distributor-invited").correlationKey(id.toString())
                .variables(Map.of("onboardingId", id.toString(), "expiresAt", "2100-01-01T00:00:00Z",
                        "reminderCycle", "R3/P14D", "connectReminderCycle", "R3/P14D", "registrationDue", "P2D",
                        "connectDue", "P14D"))
                .send().join();
    }

    private void follow(OnboardingId id, Actor distributor) {
        client.newPublishMessageCommand().messageName("invitation-followed").correlationKey(id.toString())
                .timeToLive(Duration.ZERO)
                .variables(Map.of("accountKnown", true, "distributorCompanyId", String.valueOf(distributor.companyId())))
                .send().join();
    }

    private boolean ended(OnboardingId id) {
        return jdbc.sql("select process_ended_at is not null from onboarding where id = ?").param(id.value())
                .query(Boolean.class).single();
    }

    private int unsentLetters(OnboardingId id) {
        return jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'QUEUED'")
                .param(id.value()).query(Integer.class).single();
    }

    /** How many letters, entries of the story and tasks there are. */
    private List<Integer> effects(OnboardingId id) {
        return List.of("select count(*) from mail_delivery where reference = ?",
                        "select count(*) from activity where onboarding_id = ?",
                        "select count(*) from user_task where subject_id = ?").stream()
                .map(count -> jdbc.sql(count).param(id.value()).query(Integer.class).single())
                .toList();
    }
}
