package com.texchange.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a process manager sees of a failed step, and that it goes on once it is mended. */
class IncidentsIT extends OnboardingProcess {

    @Test
    void aStepWithoutRetriesLeftWaitsAsAnIncidentAndGoesOnWhenItIsResolved() {
        AtomicBoolean mended = new AtomicBoolean();
        context.mockJobWorker("notify-declined").withHandler((jobs, job) -> {
            if (mended.get()) {
                jobs.newCompleteCommand(job).send().join();
            } else {
                jobs.newFailCommand(job).retries(0).errorMessage("no mail server").send().join();
            }
        });
        invite();
        followKnown();
        decide(false);
        process(ONBOARDING).hasActiveIncidents().hasActiveElements("Task_NotifyDeclined");
        Incident incident = active().getFirst();
        assertThat(incident.getErrorMessage()).isEqualTo("no mail server");
        assertThat(incident.getElementId()).isEqualTo("Task_NotifyDeclined");

        mended.set(true);
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();

        process(ONBOARDING).isCompleted().hasNoActiveIncidents().hasCompletedElements("End_Declined");
    }

    @Test
    void aMissingFlagIsAnIncidentAtItsGateway() {
        answer("notify-declined");
        invite();
        followKnown();
        context.completeUserTask(ACCEPT);
        process(ONBOARDING).hasActiveIncidents();
        Incident incident = active().getFirst();
        assertThat(incident.getElementId()).isEqualTo("Gateway_Accepted");

        client.newSetVariablesCommand(incident.getProcessInstanceKey()).variables(Map.of("accepted", false)).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        process(ONBOARDING).isCompleted().hasCompletedElements("End_Declined");
    }

    private List<Incident> active() {
        return client.newIncidentSearchRequest().filter(filter -> filter.state(IncidentState.ACTIVE)).send().join()
                .items();
    }
}
