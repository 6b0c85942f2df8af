package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disconnection of the licenses of one order. */
class LicenseDisconnectionProcessIT extends ProcessTestBase {

    private static final String ID = "order-2";
    private static final String MESSAGE = "license-disconnection-requested";

    @Test
    void anOrderIsCarriedOutAndToldOnce() {
        workers.answer("disconnect-licenses", Map.of("refusedCount", 1));
        workers.answer("confirm-disconnection", Map.of("disconnectedCount", 4));
        Map<String, Object> ordered = Map.of("orderId", ID, "distributorCompanyId", "42");

        publish(MESSAGE, ID, ID, ordered);
        publishAgain(MESSAGE, ID, ID, ordered);
        Witness.awaitAllBefore(client);

        assertThat(the(DISCONNECTION)).isCompleted()
                .hasCompletedElementsInOrder("Start_DisconnectionRequested", "Task_DisconnectOrdered",
                        "Task_ConfirmDisconnection", "End_Disconnected")
                .hasVariable("refusedCount", 1).hasVariable("disconnectedCount", 4);
        assertThat(instances(DISCONNECTION)).hasSize(1);
        assertThat(workers.jobs("disconnect-licenses")).hasSize(1);
    }
}
