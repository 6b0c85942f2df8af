package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The move of the licenses of one order. */
class LicenseMoveProcessIT extends ProcessTestBase {

    private static final String ID = "order-3";
    private static final String REQUESTED = "license-move-requested";
    private static final String TAKEN_BACK = "license-move-taken-back";

    @Test
    void whoNeedNotAskIsServedAtOnce() {
        workers.answer("move-licenses", Map.of("refusedCount", 1));
        workers.answer("confirm-move", Map.of("movedCount", 4));
        publish(REQUESTED, ID, ID, ordered(false));
        publishAgain(REQUESTED, ID, ID, ordered(false));
        Witness.awaitAllBefore(client);

        assertThat(the(MOVE)).isCompleted()
                .hasCompletedElementsInOrder("Start_MoveRequested", "Gateway_ApprovalNeeded", "Gateway_MoveCleared",
                        "Task_MoveOrdered", "Task_ConfirmMove", "End_Moved")
                .hasNotActivatedElements("Task_ApproveMove")
                .hasVariable("refusedCount", 1).hasVariable("movedCount", 4);
        assertThat(instances(MOVE)).hasSize(1);
        assertThat(workers.jobs("move-licenses")).hasSize(1);
    }

    /** Also after a no: what the supplier may move without asking is moved either way. */
    @Test
    void theDistributorIsAskedFirst() {
        publish(REQUESTED, ID, ID, ordered(true));
        assertThat(byElementId("Task_ApproveMove")).isCreated().hasCandidateGroup("company-42");
        context.completeUserTask("Task_ApproveMove", Map.of("approved", false));

        assertThat(the(MOVE)).isCompleted()
                .hasCompletedElementsInOrder("Task_ApproveMove", "Gateway_MoveCleared", "Task_MoveOrdered", "Task_ConfirmMove")
                .hasNotActivatedElements("Task_CloseMove");
    }

    @Test
    void whatTheSupplierTakesBackIsClosed() {
        publish(REQUESTED, ID, ID, ordered(true));
        assertThat(byElementId("Task_ApproveMove")).isCreated();
        publish(TAKEN_BACK, ID, ID + "/taken-back", Map.of());

        assertThat(the(MOVE)).isCompleted()
                .hasTerminatedElements("Task_ApproveMove")
                .hasCompletedElements("Message_MoveTakenBack", "Task_CloseMove", "End_MoveTakenBack")
                .hasNotActivatedElements("Task_MoveOrdered");
        assertThat(workers.jobs("user-task-canceling")).hasSize(1);
    }

    private static Map<String, Object> ordered(boolean approvalNeeded) {
        return Map.of("orderId", ID, "distributorCompanyId", "42", "connectDue", "PT336H", "approvalNeeded", approvalNeeded);
    }
}
