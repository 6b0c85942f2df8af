package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application hears of a user task by its listeners, before the engine goes on. */
class UserTaskListenersProcessIT extends OnboardingTestBase {

    @Test
    void aTaskIsThereOnlyWhenItsListenerHasHeardOfIt() {
        workers.hold("user-task-creating");
        offerTask();
        ActivatedJob creating = workers.job("user-task-creating");
        awaitState(key(creating), UserTaskState.CREATING);
        assertThat(header(creating, "candidateGroups")).isEqualTo("[\"company-" + COMPANY + "\"]");
        assertThat(ZonedDateTime.parse(header(creating, "dueDate")).toInstant())
                .isAfter(context.getCurrentTime());
        assertThat(creating.getElementId()).isEqualTo("Task_AcceptInvitation");
        assertThat(creating.getVariablesAsMap()).containsEntry("onboardingId", ID);
        workers.complete(creating);

        assertThat(byElementId("Task_AcceptInvitation")).isCreated();
        decide(false);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Declined");
    }

    @Test
    void aTaskIsAssignedOnlyWhenItsListenerHasHeardOfIt() {
        workers.hold("user-task-assigning");
        long task = offeredTask();
        CompletionStage<?> assigned = client.newAssignUserTaskCommand(task).assignee("somebody").send();
        ActivatedJob assigning = workers.job("user-task-assigning");
        awaitState(task, UserTaskState.ASSIGNING);
        assertThat(assigned.toCompletableFuture()).isNotDone();
        assertThat(key(assigning)).isEqualTo(task);
        assertThat(header(assigning, "assignee")).isEqualTo("somebody");
        workers.complete(assigning);

        assertThat(byElementId("Task_AcceptInvitation")).isCreated().hasAssignee("somebody");
        assertThat(assigned.toCompletableFuture()).succeedsWithin(ProcessEngine.PATIENCE);
        decide(false);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Declined");
    }

    @Test
    void aTaskIsChangedOnlyWhenItsListenerHasHeardOfIt() {
        workers.hold("user-task-updating");
        long task = offeredTask();
        CompletionStage<?> updated = client.newUpdateUserTaskCommand(task).priority(80).send();
        ActivatedJob updating = workers.job("user-task-updating");
        awaitState(task, UserTaskState.UPDATING);
        assertThat(updated.toCompletableFuture()).isNotDone();
        assertThat(key(updating)).isEqualTo(task);
        assertThat(header(updating, "priority")).isEqualTo("80");
        workers.complete(updating);

        assertThat(byElementId("Task_AcceptInvitation")).isCreated().hasPriority(80);
        assertThat(updated.toCompletableFuture()).succeedsWithin(ProcessEngine.PATIENCE);
        decide(false);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Declined");
    }

    @Test
    void aTaskIsCompletedOnlyWhenItsListenerHasHeardOfIt() {
        workers.hold("user-task-completing");
        long task = offeredTask();
        CompletionStage<?> completed = client.newCompleteUserTaskCommand(task).variable("accepted", false).send();
        ActivatedJob completing = workers.job("user-task-completing");
        awaitState(task, UserTaskState.COMPLETING);
        assertThat(completed.toCompletableFuture()).isNotDone();
        assertThat(key(completing)).isEqualTo(task);
        assertThat(onboarding()).hasActiveElements("Task_AcceptInvitation").hasNotActivatedElements("End_Decided");
        workers.complete(completing);

        assertThat(byElementId("Task_AcceptInvitation")).isCompleted();
        assertThat(completed.toCompletableFuture()).succeedsWithin(ProcessEngine.PATIENCE);
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Decided", "End_Declined");
    }

    @Test
    void aTaskIsCanceledOnlyWhenItsListenerHasHeardOfIt() {
        workers.hold("user-task-canceling");
        long task = offeredTask();
        revoke();
        ActivatedJob canceling = workers.job("user-task-canceling");
        awaitState(task, UserTaskState.CANCELING);
        assertThat(key(canceling)).isEqualTo(task);
        assertThat(onboarding()).isActive().hasNotActivatedElements("Task_RevokeInvitation", "End_Revoked");
        workers.complete(canceling);

        assertThat(byElementId("Task_AcceptInvitation")).isCanceled();
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Revoked");
    }

    /** The four user tasks of the three processes. */
    @ParameterizedTest
    @ValueSource(strings = {"Task_AcceptInvitation", "Task_ConnectLicenses", "Task_RegisterDistributor",
            "Task_ResolveRefused"})
    void everyUserTaskTellsItsListenersOfCreationAssignmentChangeAndCompletion(String element) {
        leadTo(element);
        assertThat(byElementId(element)).isCreated();
        long task = key(workers.jobs("user-task-creating").getLast());
        client.newAssignUserTaskCommand(task).assignee("somebody").send().join();
        client.newUpdateUserTaskCommand(task).priority(80).send().join();
        client.newCompleteUserTaskCommand(task)
                .variables(Map.of("accepted", false, "orderId", "order-1", "approved", true, "retry", false))
                .send().join();

        assertThat(byElementId(element)).isCompleted();
        for (String event : new String[] {"creating", "assigning", "updating", "completing"}) {
            assertThat(workers.jobs("user-task-" + event)).filteredOn(job -> job.getElementId().equals(element))
                    .singleElement().satisfies(job -> assertThat(key(job)).isEqualTo(task));
        }
    }

    private void leadTo(String element) {
        switch (element) {
            case "Task_RegisterDistributor" ->
                    create(REGISTRATION, Map.of("registrationId", "registration-1", "registrationDue", "PT48H"));
            case "Task_ResolveRefused" -> {
                workers.answer("connect-licenses", Map.of("refusedCount", 1));
                create(CONNECTION,
                        Map.of("orderId", "order-1", "distributorCompanyId", COMPANY, "connectDue", "PT48H"));
            }
            case "Task_ConnectLicenses" -> {
                offerTask();
                decide(true);
            }
            default -> offerTask();
        }
    }

    private void offerTask() {
        invite();
        followWithAccount();
    }

    private long offeredTask() {
        offerTask();
        assertThat(byElementId("Task_AcceptInvitation")).isCreated();
        return key(workers.job("user-task-creating"));
    }

    private static long key(ActivatedJob listener) {
        return Long.parseLong(header(listener, "userTaskKey"));
    }

    private static String header(ActivatedJob listener, String name) {
        return listener.getCustomHeaders().get("io.camunda.zeebe:" + name);
    }
}
