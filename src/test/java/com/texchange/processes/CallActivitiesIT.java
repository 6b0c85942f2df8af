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

    private static final Set<String> WHOM = Set.of("distributorCode", "supplierName", "distributorName");

    @Test
    void theRegistrationGetsItsVariablesAndWhomItConcernsAndReturnsTheCompany() {
        invite();
        followWithoutAccount();
        assertThat(the(REGISTRATION)).hasActiveElements("Task_RegisterDistributor")
                .hasVariable("onboardingId", ID)
                .hasVariable("registrationId", "registration-1")
                .hasVariable("registrationDue", "PT48H")
                .hasVariable("distributorCode", "12345")
                .hasVariable("supplierName", "ООО \"ПК Север\"");
        awaitVariables(REGISTRATION, with(WHOM, "onboardingId", "registrationId", "registrationDue", "registrationDueAt"));
        context.completeUserTask("Task_RegisterDistributor", Map.of("approved", true, "note", "checked by phone"));

        assertThat(the(REGISTRATION)).isCompleted().hasCompletedElements("End_Registered");
        assertThat(onboarding()).hasActiveElements("Task_AcceptInvitation")
                .hasVariable("distributorCompanyId", "company-new")
                .hasVariable("distributorName", "ООО \"Новичок\"");
        awaitVariables(ONBOARDING, withStart("onboardingEnded", "accountKnown", "distributorCompanyId",
                "registrationId"));
        assertCalledBy(REGISTRATION);
    }

    @Test
    void theConnectionGetsItsVariablesAndWhomItConcernsAndReturnsTheCount() {
        workers.hold("connect-licenses");
        invite();
        followWithAccount();
        decide(true);
        chooseLicenses("order-1");
        assertThat(the(CONNECTION)).hasActiveElements("Task_ConnectOrdered")
                .hasVariable("orderId", "order-1")
                .hasVariable("distributorCompanyId", COMPANY)
                .hasVariable("onboardingId", ID)
                .hasVariable("connectDue", "PT336H")
                .hasVariable("distributorCode", "12345")
                .hasVariable("supplierName", "ООО \"ПК Север\"");
        awaitVariables(CONNECTION, with(WHOM, "orderId", "distributorCompanyId", "onboardingId", "connectDue"));
        client.newCompleteCommand(workers.job("connect-licenses")).variables(Map.of("refusedCount", 0)).send().join();

        assertThat(the(CONNECTION)).isCompleted().hasCompletedElements("End_Published");
        assertThat(onboarding()).isCompleted().hasCompletedElements("End_Connected").hasVariable("connectedCount", 2);
        awaitVariables(ONBOARDING, withStart("onboardingEnded", "accountKnown", "distributorCompanyId",
                "registrationId", "accepted", "orderId", "connectedCount"));
        assertCalledBy(CONNECTION);
    }

    private Set<String> withStart(String... others) {
        return with(startVariables().keySet(), others);
    }

    private static Set<String> with(Set<String> some, String... others) {
        Set<String> names = new HashSet<>(some);
        names.addAll(List.of(others));
        return names;
    }

    private void assertCalledBy(String process) {
        assertThat(instances(process)).singleElement().extracting(ProcessInstance::getParentProcessInstanceKey)
                .isEqualTo(instances(ONBOARDING).getFirst().getProcessInstanceKey());
    }
}
