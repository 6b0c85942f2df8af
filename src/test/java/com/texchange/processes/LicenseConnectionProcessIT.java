package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection of the licenses of one order. */
class LicenseConnectionProcessIT extends ProcessTestBase {

    private static final String ID = "order-1";

    @BeforeEach
    void answerAsUsual() {
        workers.answer("connect-licenses", Map.of("refusedCount", 0));
        workers.answer("publish-connections", Map.of("connectedCount", 5));
    }

    @Test
    void anOrderOfItsOwnIsConnectedAndPublished() {
        order();

        assertThat(the(CONNECTION)).isCompleted()
                .hasCompletedElementsInOrder("Start_ConnectionRequested", "Gateway_Start", "Gateway_Retry",
                        "Task_ConnectOrdered", "Gateway_Refused", "Gateway_Resolved", "Task_PublishConnections",
                        "End_Published")
                .hasVariable("connectedCount", 5)
                .hasNotActivatedElements("Start_Connection", "Task_ResolveRefused");
    }

    @Test
    void anOrderOfAnOnboardingIsConnectedAndPublished() {
        create(CONNECTION, ordered());

        assertThat(the(CONNECTION)).isCompleted()
                .hasCompletedElementsInOrder("Start_Connection", "Gateway_Start", "Task_ConnectOrdered",
                        "End_Published")
                .hasNotActivatedElements("Start_ConnectionRequested", "Task_ResolveRefused");
    }

    @Test
    void refusedLicensesAreLeftOut() {
        workers.answer("connect-licenses", Map.of("refusedCount", 2));
        order();
        assertThat(byElementId("Task_ResolveRefused")).isCreated().hasCandidateGroup("company-42");
        resolve(false);

        assertThat(the(CONNECTION)).isCompleted()
                .hasCompletedElement("Task_ConnectOrdered", 1)
                .hasCompletedElements("Gateway_RetryChosen", "Gateway_Resolved", "Task_PublishConnections",
                        "End_Published")
                .hasVariable("refusedCount", 2)
                .hasVariable("retry", false);
    }

    @Test
    void refusedLicensesAreRetriedUntilNoneIsLeft() {
        workers.answerInTurn("connect-licenses", Map.of("refusedCount", 2), Map.of("refusedCount", 0));
        order();
        resolve(true);

        assertThat(the(CONNECTION)).isCompleted()
                .hasCompletedElement("Gateway_Retry", 2)
                .hasCompletedElement("Task_ConnectOrdered", 2)
                .hasCompletedElement("Task_ResolveRefused", 1)
                .hasCompletedElement("Task_PublishConnections", 1)
                .hasCompletedElements("End_Published")
                .hasVariable("refusedCount", 0);
    }

    @Test
    void refusedLicensesAreLeftOutAfterARetryInVain() {
        workers.answer("connect-licenses", Map.of("refusedCount", 1));
        order();
        resolve(true);
        assertThat(the(CONNECTION)).hasCompletedElement("Task_ConnectOrdered", 2)
                .hasActiveElement("Task_ResolveRefused", 1);
        resolve(false);

        assertThat(the(CONNECTION)).isCompleted()
                .hasCompletedElement("Task_ResolveRefused", 2)
                .hasCompletedElement("Task_PublishConnections", 1)
                .hasCompletedElements("End_Published");
    }

    @Test
    void theSameOrderTwiceIsConnectedOnce() {
        order();
        publishAgain("license-connection-requested", ID, ID, ordered());
        Witness.awaitAllBefore(client);

        assertThat(the(CONNECTION)).isCompleted().hasCompletedElements("End_Published");
        assertThat(instances(CONNECTION)).hasSize(1);
        assertThat(workers.jobs("connect-licenses")).hasSize(1);
    }

    private void order() {
        publish("license-connection-requested", ID, ID, ordered());
    }

    private void resolve(boolean retry) {
        context.completeUserTask("Task_ResolveRefused", Map.of("retry", retry));
    }

    private static Map<String, Object> ordered() {
        return Map.of("orderId", ID, "distributorCompanyId", "42", "connectDue", "PT336H");
    }
}
