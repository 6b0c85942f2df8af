package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A supplier's request and its answers. */
class GrantRequestProcessIT extends ProcessTestBase {

    private static final String ID = "request-1";
    private static final String JOB = "settle-grant-request";

    @Test
    void whatIsGrantedIsTold() {
        workers.answer(JOB, Map.of("granted", true));
        ask();
        assertThat(byElementId("Task_DecideGrant")).isCreated().hasCandidateGroup("administrators-42");
        decide(true);

        assertThat(the(GRANT)).isCompleted()
                .hasCompletedElementsInOrder("Start_GrantRequested", "Task_DecideGrant", "Task_SettleGrant", "Gateway_Granted",
                        "End_Granted")
                .hasNotActivatedElements("End_GrantRefused", "Task_CloseGrantRequest");
    }

    @Test
    void whatIsRefusedIsTold() {
        workers.answer(JOB, Map.of("granted", false));
        ask();
        decide(false);

        assertThat(the(GRANT)).isCompleted()
                .hasCompletedElementsInOrder("Task_SettleGrant", "Gateway_Granted", "End_GrantRefused")
                .hasNotActivatedElements("End_Granted");
    }

    /** The database knows better, where it was decided otherwise there at the same moment. */
    @Test
    void theWayGoesByWhatTheStepTells() {
        workers.answer(JOB, Map.of("granted", true));
        ask();
        decide(false);

        assertThat(the(GRANT)).isCompleted().hasCompletedElements("End_Granted");
    }

    @Test
    void whatTheSupplierTakesBackIsClosed() {
        ask();
        assertThat(byElementId("Task_DecideGrant")).isCreated();
        publish("license-grant-request-withdrawn", ID, ID + "/withdrawn", Map.of());

        assertThat(the(GRANT)).isCompleted()
                .hasTerminatedElements("Task_DecideGrant")
                .hasCompletedElements("Message_GrantRequestWithdrawn", "Task_CloseGrantRequest", "End_GrantRequestWithdrawn")
                .hasNotActivatedElements("Task_SettleGrant");
        assertThat(workers.jobs("user-task-canceling")).hasSize(1);
    }

    @Test
    void aRequestThatWasTakenBackBeforeItsTaskIsClosedToo() {
        publish("license-grant-request-withdrawn", ID, ID + "/withdrawn", Map.of());
        ask();

        assertThat(the(GRANT)).isCompleted().hasCompletedElements("End_GrantRequestWithdrawn");
    }

    @Test
    void theSameRequestTwiceIsOneProcess() {
        ask();
        publishAgain("license-grant-requested", ID, ID, asked());
        Witness.awaitAllBefore(client);

        assertThat(the(GRANT)).isActive();
        assertThat(instances(GRANT)).hasSize(1);
    }

    private void ask() {
        publish("license-grant-requested", ID, ID, asked());
    }

    private void decide(boolean granted) {
        context.completeUserTask("Task_DecideGrant", Map.of("granted", granted));
    }

    private static Map<String, Object> asked() {
        return Map.of("grantRequestId", ID, "distributorCompanyId", "42", "grantDue", "PT336H");
    }
}
