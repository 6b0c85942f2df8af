package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** {@code license-connection} for an order outside an onboarding. */
class ConnectionIT extends ProcessTestBase {

    private static final String RESOLVE = "Task_ResolveRefused";

    @Test
    void anOrderWithoutRefusalsIsConnectedAndPublished() {
        answer("connect-licenses", Map.of("refusedCount", 0));
        answer("publish-connections", Map.of("connectedCount", 5));
        order();

        process(CONNECTION).isCompleted()
                .hasCompletedElementsInOrder("Start_ConnectionRequested", "Gateway_Start", "Gateway_Retry",
                        "Task_ConnectOrdered", "Gateway_Refused", "Gateway_Resolved", "Task_PublishConnections",
                        "End_Published")
                .hasNotActivatedElements(RESOLVE);
    }

    @Test
    void refusedLicensesCanBeTriedAgain() {
        Queue<ActivatedJob> connected = answerInTurn("connect-licenses", Map.of("refusedCount", 2),
                Map.of("refusedCount", 0));
        answer("publish-connections", Map.of("connectedCount", 5));
        order();
        context.completeUserTask(RESOLVE, Map.of("retry", true));

        process(CONNECTION).isCompleted().hasCompletedElement("Gateway_Retry", 2)
                .hasCompletedElement("Task_ConnectOrdered", 2).hasCompletedElements("Gateway_RetryChosen", "End_Published");
        assertThat(connected).hasSize(2);
    }

    @Test
    void refusedLicensesCanBeLeftOut() {
        answer("connect-licenses", Map.of("refusedCount", 2));
        answer("publish-connections", Map.of("connectedCount", 3));
        order();
        process(CONNECTION).hasActiveElements(RESOLVE);
        assertThat(client.newUserTaskSearchRequest().send().join().singleItem().getCandidateGroups())
                .containsExactly("company-d-1");
        context.completeUserTask(RESOLVE, Map.of("retry", false));

        process(CONNECTION).isCompleted().hasCompletedElement("Task_ConnectOrdered", 1)
                .hasCompletedElements("Gateway_Resolved", "End_Published").hasVariable("connectedCount", 3);
    }

    private void order() {
        publish("license-connection-requested", id,
                Map.of("orderId", id, "distributorCompanyId", "d-1", "connectDue", "PT336H"));
    }
}
