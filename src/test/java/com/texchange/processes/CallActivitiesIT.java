package com.texchange.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.ProcessInstance;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The onboarding gives the processes that it calls what they need, and takes back only what it asked for. */
class CallActivitiesIT extends OnboardingTestBase {

    @Test
    void theRegistrationGetsThreeVariablesAndReturnsTheCompany() {
        invite();
        followWithoutAccount();
        assertThat(the(REGISTRATION)).hasActiveElements("Task_RegisterDistributor")
                .hasVariable("onboardingId", ID)
                .hasVariable("registrationId", "registration-1")
                .hasVariable("registrationDue", "PT48H");
        awaitVariables(REGISTRATION, Set.of("onboardingId", "registrationId", "registrationDue"));
        context.completeUserTask("Task_RegisterDistributor", Map.of("approved", true, "note", "checked by phone"));

        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_Registered");
        assertThat(onboarding()).hasActiveElements("Task_AcceptInvitation")
                .hasVariable("distributorCompanyId", "company-new");
        awaitVariables(ONBOARDING, withStart("onboardingEnded", "accountKnown", "distributorCompanyId",
                "registrationId"));
        assertCalledBy(REGISTRATION);
    }

    @Test
    void theConnectionGetsFourVariablesAndReturnsTheCount() {
        workers.hold("connect-licenses");
        invite();
        followWithAccount();
        decide(true);
        chooseLicenses("order-1");
        assertThat(the(CONNECTION)).hasActiveElements("Task_ConnectOrdered")
                .hasVariable("orderId", "order-1")
                .hasVariable("distributorCompanyId", COMPANY)
                .hasVariable("onboardingId", ID)
                .hasVariable("connectDue", "PT336H");
        awaitVariables(CONNECTION, Set.of("orderId", "distributorCompanyId", "onboardingId", "connectDue"));
        client.newCompleteCommand(workers.job("connect-licenses")).variables(Map.of("refusedCount", 0)).send().join();

        assertThat(the(CONNECTION)).isCompleted().hasCompletedElements("End_Published");
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Connected").hasVariable("connectedCount", 2);
        awaitVariables(ONBOARDING, withStart("onboardingEnded", "accountKnown", "distributorCompanyId",
                "registrationId", "accepted", "orderId", "connectedCount"));
        assertCalledBy(CONNECTION);
    }

    private Set<String> withStart(String... others) {
        Set<String> names = new HashSet<>(startVariables().keySet());
        names.addAll(List.of(others));
        return names;
    }

    private void assertCalledBy(String process) {
        assertThat(instances(process)).singleElement().extracting(ProcessInstance::getParentProcessInstanceKey)
                .isEqualTo(instances(ONBOARDING).getFirst().getProcessInstanceKey());
    }
}
