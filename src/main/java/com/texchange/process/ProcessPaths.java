package com.texchange.process;

import com.texchange.process.ProcessPath.StuckStep;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks the engine which way a process instance has gone. It can only tell with a secondary storage, which lags behind by
 * a moment; the answer is for showing, never for deciding. Not to be called within a transaction or on a page's thread.
 */
@Service
public class ProcessPaths {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPaths.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    /** An onboarding has some dozens; this bounds one that went round in circles. */
    private static final int MOST_ELEMENTS = 1000;
    private static final int MOST_CALLED = 50;

    private final CamundaClient client;
    private final StandingSteps standing;

    ProcessPaths(CamundaClient client, StandingSteps standing) {
        this.client = client;
        this.standing = standing;
    }

    /**
     * The path of an instance, and after it those of the processes that it called, the latest of each process.
     *
     * @return empty if the engine does not answer in time, has no secondary storage or does not know the instance
     */
    public Optional<List<ProcessPath>> of(long processInstanceKey) {
        try {
            ProcessInstance instance = answer(client.newProcessInstanceGetRequest(processInstanceKey)
                    .requestTimeout(TIMEOUT).send());
            List<ProcessPath> paths = new ArrayList<>();
            paths.add(path(instance.getProcessInstanceKey(), instance.getProcessDefinitionId()));
            called(processInstanceKey).forEach(child ->
                    paths.add(path(child.getProcessInstanceKey(), child.getProcessDefinitionId())));
            return Optional.of(paths);
        } catch (RuntimeException e) {
            // Nothing is lost by it, and the page says so; a line for each open page would drown the log.
            LOG.debug("The path of process instance {} is not available: {}", processInstanceKey, Failure.reason(e));
            return Optional.empty();
        }
    }

    private List<ProcessInstance> called(long parent) {
        return answer(client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.parentProcessInstanceKey(parent))
                .page(page -> page.limit(MOST_CALLED))
                .requestTimeout(TIMEOUT).send()).items().stream()
                .collect(Collectors.toMap(ProcessInstance::getProcessDefinitionId, child -> child,
                        (one, other) -> one.getProcessInstanceKey() > other.getProcessInstanceKey() ? one : other))
                .values().stream()
                .sorted(Comparator.comparing(ProcessInstance::getProcessInstanceKey))
                .toList();
    }

    /** The three questions are asked at once. */
    private ProcessPath path(long key, String processId) {
        CamundaFuture<SearchResponse<ElementInstance>> elements = client.newElementInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(key))
                .page(page -> page.limit(MOST_ELEMENTS))
                .requestTimeout(TIMEOUT).send();
        CamundaFuture<List<ProcessInstanceSequenceFlow>> flows = client.newProcessInstanceSequenceFlowsRequest(key)
                .requestTimeout(TIMEOUT).send();
        CamundaFuture<SearchResponse<Incident>> incidents = client.newIncidentSearchRequest()
                .filter(filter -> filter.processInstanceKey(key).state(IncidentState.ACTIVE))
                .page(page -> page.limit(MOST_CALLED))
                .requestTimeout(TIMEOUT).send();
        List<ElementInstance> visited = answer(elements).items().stream()
                .filter(element -> element.getType() != ElementInstanceType.PROCESS).toList();
        return new ProcessPath(processId, in(ElementInstanceState.COMPLETED, visited),
                in(ElementInstanceState.TERMINATED, visited), in(ElementInstanceState.ACTIVE, visited),
                answer(flows).stream().map(ProcessInstanceSequenceFlow::getElementId).collect(Collectors.toSet()),
                stuck(key, answer(incidents).items()));
    }

    /** Also while it is being tried again: until the outcome is known the step stands where it stood. */
    private List<StuckStep> stuck(long processInstance, List<Incident> incidents) {
        Set<Long> shown = incidents.stream().map(Incident::getElementInstanceKey).collect(Collectors.toSet());
        return Stream.concat(
                incidents.stream().map(incident -> new StuckStep(incident.getElementId(), incident.getErrorMessage())),
                standing.withoutIncident(shown).stream()
                        .filter(step -> step.place().processInstanceKey() == processInstance)
                        .map(step -> new StuckStep(step.place().elementId(), step.technicalText()))).toList();
    }

    private static Set<String> in(ElementInstanceState state, List<ElementInstance> visited) {
        return visited.stream().filter(element -> element.getState() == state).map(ElementInstance::getElementId)
                .collect(Collectors.toSet());
    }

    /** Waits a little longer than the request itself may take, which counts from when it has a connection. */
    private static <T> T answer(CamundaFuture<T> question) {
        return question.join(TIMEOUT.toMillis() + 500, TimeUnit.MILLISECONDS);
    }
}
