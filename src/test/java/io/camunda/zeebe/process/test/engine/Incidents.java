package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.IncidentResult;
import io.camunda.client.protocol.rest.IncidentResult.ErrorTypeEnum;
import io.camunda.client.protocol.rest.IncidentResult.StateEnum;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The incidents, active and resolved. */
final class Incidents {

    private final Map<Long, IncidentResult> byKey = new LinkedHashMap<>();

    void on(Event<IncidentRecord> event) {
        if (event.intent() == IncidentIntent.CREATED) {
            byKey.put(event.key(), result(event));
        } else if (event.intent() == IncidentIntent.RESOLVED) {
            byKey.computeIfPresent(event.key(), (key, known) -> known.state(StateEnum.RESOLVED));
        }
    }

    private static IncidentResult result(Event<IncidentRecord> event) {
        var incident = event.value();
        return new IncidentResult()
                .incidentKey(Long.toString(event.key()))
                .errorType(type(incident.getErrorType()))
                .errorMessage(incident.getErrorMessage())
                .state(StateEnum.ACTIVE)
                .creationTime(event.time())
                .elementId(incident.getElementId())
                .elementInstanceKey(Long.toString(incident.getElementInstanceKey()))
                .jobKey(incident.getJobKey() > 0 ? Long.toString(incident.getJobKey()) : null)
                .processDefinitionId(incident.getBpmnProcessId())
                .processDefinitionKey(Long.toString(incident.getProcessDefinitionKey()))
                .processInstanceKey(Long.toString(incident.getProcessInstanceKey()))
                .tenantId(incident.getTenantId());
    }

    private static ErrorTypeEnum type(ErrorType type) {
        return Arrays.stream(ErrorTypeEnum.values())
                .filter(known -> known.name().equals(type.name()))
                .findFirst()
                .orElse(ErrorTypeEnum.UNKNOWN);
    }

    void restore(List<IncidentResult> known) {
        known.forEach(incident -> byKey.put(Long.valueOf(incident.getIncidentKey()), incident));
    }

    void forget(Set<String> processInstances) {
        byKey.values().removeIf(incident -> processInstances.contains(incident.getProcessInstanceKey()));
    }

    List<IncidentResult> all() {
        return List.copyOf(byKey.values());
    }

    boolean anyIn(String processInstanceKey) {
        return active().anyMatch(incident -> incident.getProcessInstanceKey().equals(processInstanceKey));
    }

    Optional<String> at(String elementInstanceKey) {
        return active()
                .filter(incident -> incident.getElementInstanceKey().equals(elementInstanceKey))
                .map(IncidentResult::getIncidentKey)
                .findFirst();
    }

    private Stream<IncidentResult> active() {
        return byKey.values().stream().filter(incident -> incident.getState() == StateEnum.ACTIVE);
    }
}
