package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UserTaskListenersIT extends EngineTestBase {

    @Test
    void everyListenerEventReachesItsWorkerWithTheTasksDataInHeaders() {
        session.deploy("listened", UserTasks.listened("listened"));
        var creating = session.completeAll("listened-creating");
        var assigning = session.completeAll("listened-assigning");
        var updating = session.completeAll("listened-updating");
        var completing = session.completeAll("listened-completing");
        var after = session.completeAll("listened-after");

        session.start("listened", Map.of("company", "42"));
        var key = UserTasks.key(creating);
        session.client().newAssignUserTaskCommand(key).assignee("ann").action("take").send().join();
        session.client().newUpdateUserTaskCommand(key).priority(77).dueDate("2031-02-03T04:05:06Z").send().join();
        session.client().newCompleteUserTaskCommand(key).variable("accepted", true).send().join();

        await().untilAsserted(() -> assertThat(after).singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap()).containsEntry("accepted", true)));
        assertThat(UserTasks.header(creating, "candidateGroups")).isEqualTo("[\"sales\",\"company-42\"]");
        assertThat(UserTasks.header(creating, "dueDate")).isEqualTo("2030-01-02T03:04:05Z");
        assertThat(UserTasks.header(assigning, "assignee")).isEqualTo("ann");
        assertThat(UserTasks.header(assigning, "action")).isEqualTo("take");
        assertThat(UserTasks.header(assigning, "changedAttributes")).isEqualTo("[\"assignee\"]");
        assertThat(UserTasks.header(updating, "priority")).isEqualTo("77");
        assertThat(UserTasks.header(updating, "changedAttributes")).isEqualTo("[\"dueDate\",\"priority\"]");
        assertThat(UserTasks.header(completing, "action")).isEqualTo("complete");
        assertThat(UserTasks.header(completing, "userTaskKey")).isEqualTo(Long.toString(key));
    }

    @Test
    void cancellingTheInstanceCallsTheCancelingListener() {
        session.deploy("canceled", UserTasks.listened("canceled"));
        var creating = session.completeAll("canceled-creating");
        var canceling = session.completeAll("canceled-canceling");
        var instance = session.start("canceled", Map.of("company", "1"));
        var key = UserTasks.key(creating);

        session.client().newCancelInstanceCommand(instance).send().join();

        await().untilAsserted(() -> assertThat(canceling).hasSize(1));
        assertThat(UserTasks.header(canceling, "userTaskKey")).isEqualTo(Long.toString(key));
        UserTasks.assertRefused(404, "NOT_FOUND", () -> session.client().newCompleteUserTaskCommand(key).send().join());
    }

    @Test
    void completionIsAnsweredOnlyWhenTheLastListenerIsDone() throws InterruptedException {
        session.deploy("slow", UserTasks.listened("slow"));
        var creating = session.completeAll("slow-creating");
        var listenerCalled = new CountDownLatch(1);
        var listenerMayEnd = new CountDownLatch(1);
        session.work("slow-completing", (jobs, job) -> {
            listenerCalled.countDown();
            listenerMayEnd.await();
            jobs.newCompleteCommand(job).send();
        });
        session.start("slow", Map.of("company", "1"));

        var completion = session.client()
                .newCompleteUserTaskCommand(UserTasks.key(creating))
                .send()
                .toCompletableFuture();
        assertThat(listenerCalled.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(completion).isNotDone();
        listenerMayEnd.countDown();

        assertThat(completion).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aListenerMayDenyTheCompletion() {
        session.deploy("denied", UserTasks.listened("denied"));
        var creating = session.completeAll("denied-creating");
        session.work("denied-completing", (jobs, job) -> jobs.newCompleteCommand(job)
                .withResult(result -> result.forUserTask().deny(true, "too early"))
                .send()
                .join());
        session.start("denied", Map.of("company", "1"));
        var key = UserTasks.key(creating);

        UserTasks.assertRefused(409, "too early", () -> session.client().newCompleteUserTaskCommand(key).send().join());
        session.completeAll("denied-assigning");
        session.client().newAssignUserTaskCommand(key).assignee("still open").send().join();
    }

    @Test
    void aListenerMayCorrectTheTask() {
        session.deploy("corrected", UserTasks.listened("corrected"));
        session.work("corrected-creating", (jobs, job) -> jobs.newCompleteCommand(job)
                .withResult(result -> result.forUserTask()
                        .correctCandidateGroups(List.of("night-shift"))
                        .correctPriority(3))
                .send()
                .join());
        var completing = session.completeAll("corrected-completing");
        var instance = session.start("corrected", Map.of("company", "1"));
        var key = UserTaskKeys.await(camunda, instance);

        session.client().newCompleteUserTaskCommand(key).send().join();

        assertThat(UserTasks.header(completing, "candidateGroups")).isEqualTo("[\"night-shift\"]");
        assertThat(UserTasks.header(completing, "priority")).isEqualTo("3");
    }

    @Test
    void aRequestWithoutAnAnswerInTimeIsAGatewayTimeout() {
        try (var impatient = LocalCamunda.builder().requestTimeout(Duration.ofMillis(200)).build().start();
                var other = new EngineSession(impatient)) {
            other.deploy("stuck", UserTasks.listened("stuck"));
            var creating = other.completeAll("stuck-creating");
            other.start("stuck", Map.of("company", "1"));
            var key = UserTasks.key(creating);

            UserTasks.assertRefused(504, "DEADLINE_EXCEEDED", () ->
                    other.client().newCompleteUserTaskCommand(key).send().join());
        }
    }
}
