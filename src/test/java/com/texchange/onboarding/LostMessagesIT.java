package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.local.LocalServers;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedSteps;
import com.texchange.process.LostProcesses;
import com.texchange.process.MissingProcesses;
import com.texchange.process.ProcessSubject;
import com.texchange.testing.BesideOthers;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine drops a message that nothing has waited for in time: the process hears of it all the same. */
@OwnServers
@BesideOthers
class LostMessagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAST_A_MESSAGES_LIFE = Duration.ofDays(3).plusHours(1);

    @Autowired
    LocalServers servers;
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
    FailedSteps failedSteps;
    @Autowired
    MissingProcesses missing;
    @Autowired
    LostProcesses lost;
    @Autowired
    @Qualifier("jobWorkers")
    Lifecycle workers;
    @Autowired
    CamundaClient client;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Scheduler scheduler;
    private Actor supplier;
    private Actor distributor;
    private Actor manager;

    @BeforeEach
    void appoint() {
        supplier = people.supplier();
        distributor = people.distributor(1);
        manager = people.processManager();
    }

    @AfterEach
    void work() {
        scheduler.resume();
        workers.start();
    }

    @Test
    void whatHappenedWhileTheFirstStepStoodForDaysIsToldWhenItRuns() {
        workers.stop();
        OnboardingId id = journey.invite(supplier, distributor.email().value());

        joining.follow(journey.token(id), distributor);
        passDays();
        workers.start();

        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
    }

    @Test
    void itIsToldWhenAFailedStepIsTriedAgain() {
        workers.stop();
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        ActivatedJob job = await().atMost(PATIENCE).until(this::invitationJob, Optional::isPresent).orElseThrow();
        // Without the variable that the next gateway asks for.
        client.newCompleteCommand(job).send().join();
        workers.start();
        FailedStep failed = await().atMost(PATIENCE).until(() -> failedSteps.first(10, manager).steps(),
                steps -> steps.size() == 1).getFirst();

        joining.follow(journey.token(id), distributor);
        passDays();
        client.newSetVariablesCommand(job.getProcessInstanceKey()).variables(Map.of("onboardingEnded", false)).send().join();
        failedSteps.retry(List.of(failed), manager);

        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
    }

    @Test
    void aProcessThatWaitsForWhatHasHappenedIsFoundAndToldAgain() {
        OnboardingId waiting = journey.invite(supplier, TestPeople.anyEmail());
        OnboardingId followed = journey.invite(supplier, distributor.email().value());
        Actor decider = people.distributor(1);
        OnboardingId revoked = journey.accepting(supplier, decider);
        Actor partner = people.distributor(1);
        OnboardingId joined = decidedByAPartner(partner);
        servers.camunda().awaitIdle(PATIENCE);
        String token = journey.token(followed);

        loseMessage(followed, () -> joining.follow(token, distributor));
        loseMessage(revoked, () -> invitations.revoke(revoked, "Передумали", supplier));
        loseMessage(joined, () -> assertThat(acceptance.accept(joined, false, partner)).isFalse());
        assertThat(missing.compare(manager).unheard()).as("may still be on its way")
                .doesNotContain(subject(followed), subject(revoked), subject(joined));
        passMinutes(followed);
        passMinutes(revoked);
        passMinutes(joined);
        passMinutes(waiting);

        MissingProcesses.Comparison comparison = missing.compare(manager);
        // Other tests leave onboardings behind.
        assertThat(comparison.missing()).doesNotContain(subject(followed), subject(revoked), subject(joined), subject(waiting));
        assertThat(comparison.unheard()).contains(subject(followed), subject(revoked), subject(joined))
                .doesNotContain(subject(waiting));
        lost.recreate(List.of(subject(followed), subject(revoked), subject(joined)), manager);

        journey.awaitTask(OnboardingTasks.ACCEPT, followed.value());
        for (OnboardingId ended : List.of(revoked, joined)) {
            await().atMost(PATIENCE).until(() -> jdbc.sql("select process_ended_at is not null from onboarding where id = ?")
                    .param(ended.value()).query(Boolean.class).single());
        }
        assertThat(missing.compare(manager).unheard()).doesNotContain(subject(followed), subject(revoked), subject(joined));
    }

    /** An invitation with a task to accept it, for a company that has accepted another one meanwhile. */
    private OnboardingId decidedByAPartner(Actor partner) {
        OnboardingId first = journey.accepting(supplier, partner);
        OnboardingId second = journey.invite(supplier, TestPeople.anyEmail());
        joining.follow(journey.token(second), partner);
        journey.awaitTask(OnboardingTasks.ACCEPT, second.value());
        assertThat(acceptance.accept(first, false, partner)).isTrue();
        return second;
    }

    private Optional<ActivatedJob> invitationJob() {
        return client.newActivateJobsCommand().jobType("send-invitation").maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(5)).requestTimeout(Duration.ofSeconds(5)).send().join().getJobs().stream().findFirst();
    }

    /** The engine has got all commands, and forgets the messages that nothing waits for. */
    private void passDays() {
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'engine-command'")
                .query(Integer.class).single() == 0);
        servers.camunda().increaseTime(PAST_A_MESSAGES_LIFE);
        servers.camunda().awaitIdle(PATIENCE);
    }

    /** What the onboarding's process was told before has arrived. */
    private void loseMessage(OnboardingId id, Runnable news) {
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
                .param("message-" + id + "/%").query(Integer.class).single() == 0);
        // Else whoever gives it sends it, whatever becomes of its row.
        scheduler.pause();
        news.run();
        assertThat(jdbc.sql("delete from scheduled_tasks where task_instance like ?").param("message-" + id + "/%").update()).isEqualTo(1);
        scheduler.resume();
    }

    private void passMinutes(OnboardingId id) {
        jdbc.sql("update onboarding set stage_since = stage_since - interval '2 minutes' where id = ?").param(id.value())
                .update();
    }

    private static ProcessSubject subject(OnboardingId id) {
        return new ProcessSubject(ProcessSubject.Kind.ONBOARDING, id.value());
    }
}
