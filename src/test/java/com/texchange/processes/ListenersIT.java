package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every event of a user task is told to its listener, and the task waits for the answer. */
class ListenersIT extends OnboardingProcess {

    private static final String KEY = "io.camunda.zeebe:userTaskKey";
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        answered.countDown();
    }

    @Test
    void eachEventHasAJobTypeOfItsOwnWithTheTasksKey() {
        answer("notify-declined");
        invite();
        followKnown();
        process(ONBOARDING).hasActiveElements(ACCEPT);
        awaitSize(listeners.get("user-task-creating"), 1);
        long task = task().getUserTaskKey();
        client.newAssignUserTaskCommand(task).assignee("someone").send().join();
        client.newUpdateUserTaskCommand(task).priority(70).send().join();
        client.newCompleteUserTaskCommand(task).variables(Map.of("accepted", false)).send().join();

        process(ONBOARDING).isCompleted();
        for (String event : List.of("creating", "assigning", "updating", "completing")) {
            assertThat(listeners.get("user-task-" + event)).as(event).singleElement().satisfies(job ->
                    assertThat(job.getCustomHeaders()).containsEntry(KEY, Long.toString(task)));
        }
        assertThat(listeners.get("user-task-canceling")).isEmpty();
    }

    @Test
    void theProcessWaitsUntilTheListenerHasAnswered() {
        answer("notify-declined");
        invite();
        followKnown();
        process(ONBOARDING).hasActiveElements(ACCEPT);
        awaitSize(listeners.get("user-task-creating"), 1);
        holdListeners(answered);
        client.newCompleteUserTaskCommand(task().getUserTaskKey()).variables(Map.of("accepted", false)).send();

        await().until(() -> task().getState() == UserTaskState.COMPLETING);
        process(ONBOARDING).hasActiveElements(ACCEPT).hasNotActivatedElements("Task_NotifyDeclined");
        answered.countDown();
        process(ONBOARDING).isCompleted();
    }

    private UserTask task() {
        return client.newUserTaskSearchRequest().send().join().singleItem();
    }
}
