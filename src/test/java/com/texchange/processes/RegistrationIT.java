package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** {@code distributor-registration} for someone who came without an invitation. */
class RegistrationIT extends ProcessTestBase {

    private static final String TASK = "Task_RegisterDistributor";

    @Test
    void anApprovedRequestOpensAnAccount() {
        Queue<ActivatedJob> opened = answer("open-account", Map.of("distributorCompanyId", "d-1"));
        request();
        context.completeUserTask(TASK, Map.of("approved", true));

        process(REGISTRATION).isCompleted().hasCompletedElementsInOrder("Start_RegistrationRequested", "Gateway_Start",
                TASK, "Gateway_Approved", "Task_OpenAccount", "End_Registered");
        assertThat(opened).singleElement().satisfies(job ->
                assertThat(job.getVariablesAsMap()).containsEntry("registrationId", id));
    }

    @Test
    void aRejectedRequestEndsWithoutAnErrorThatNobodyWaitsFor() {
        answer("notify-rejected");
        request();
        context.completeUserTask(TASK, Map.of("approved", false));

        process(REGISTRATION).isCompleted().hasNoActiveIncidents()
                .hasCompletedElements("Task_NotifyRejected", "Gateway_Invited", "End_NotRegistered")
                .hasNotActivatedElements("End_Rejected");
    }

    @Test
    void anOverdueRequestIsToldOnceAndStaysOpen() {
        Queue<ActivatedJob> escalated = answer("escalate-registration");
        answer("open-account", Map.of("distributorCompanyId", "d-1"));
        request();
        process(REGISTRATION).hasActiveElements(TASK);
        context.increaseTime(Duration.ofHours(49));
        awaitSize(escalated, 1);
        context.increaseTime(Duration.ofHours(490));
        context.completeUserTask(TASK, Map.of("approved", true));

        process(REGISTRATION).isCompleted()
                .hasCompletedElements("Timer_Escalation", "Task_EscalateRegistration", "End_Escalated", "End_Registered");
        assertThat(escalated).hasSize(1);
    }

    @Test
    void theSalesDepartmentIsAsked() {
        request();
        process(REGISTRATION).hasActiveElements(TASK);

        assertThat(client.newUserTaskSearchRequest().send().join().singleItem()).satisfies(task -> {
            assertThat(task.getCandidateGroups()).containsExactly("sales");
            assertThat(task.getDueDate()).isNotNull();
        });
    }

    private void request() {
        publish("registration-requested", id, Map.of("registrationId", id, "registrationDue", "PT48H"));
    }
}
