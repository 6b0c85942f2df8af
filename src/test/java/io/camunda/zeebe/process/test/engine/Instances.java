package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.ElementInstanceResult;
import io.camunda.client.protocol.rest.ElementInstanceResult.TypeEnum;
import io.camunda.client.protocol.rest.ElementInstanceStateEnum;
import io.camunda.client.protocol.rest.ProcessInstanceResult;
import io.camunda.client.protocol.rest.ProcessInstanceSequenceFlowResult;
import io.camunda.client.protocol.rest.ProcessInstanceStateEnum;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Process instances, their elements and the sequence flows that they took. */
final class Instances {

    private final Definitions definitions;
    private final Incidents incidents;
    private final Map<Long, ProcessInstanceResult> processes = new LinkedHashMap<>();
    private final Map<Long, ElementInstanceResult> elements = new LinkedHashMap<>();
    private final Map<Long, List<ProcessInstanceSequenceFlowResult>> flows = new LinkedHashMap<>();
    /** Those that nobody called, in the order of their ends. */
    private final Deque<String> ended = new ArrayDeque<>();

    Instances(Definitions definitions, Incidents incidents) {
        this.definitions = definitions;
        this.incidents = incidents;
    }

    void on(Event<ProcessInstanceRecord> event) {
        switch ((ProcessInstanceIntent) event.intent()) {
            case ELEMENT_ACTIVATING -> begin(event);
            case ELEMENT_COMPLETED ->
                    end(event, ProcessInstanceStateEnum.COMPLETED, ElementInstanceStateEnum.COMPLETED);
            case ELEMENT_TERMINATED ->
                    end(event, ProcessInstanceStateEnum.TERMINATED, ElementInstanceStateEnum.TERMINATED);
            case SEQUENCE_FLOW_TAKEN -> take(event.value());
            default -> {
                // On the way from one of these states to another.
            }
        }
    }

    private void begin(Event<ProcessInstanceRecord> event) {
        var record = event.value();
        if (record.getBpmnElementType() == BpmnElementType.PROCESS) {
            processes.put(event.key(), process(event, record));
        }
        elements.put(event.key(), element(event, record));
    }

    private ProcessInstanceResult process(Event<ProcessInstanceRecord> event, ProcessInstanceRecord record) {
        return new ProcessInstanceResult()
                .processInstanceKey(Long.toString(record.getProcessInstanceKey()))
                .processDefinitionKey(Long.toString(record.getProcessDefinitionKey()))
                .processDefinitionId(record.getBpmnProcessId())
                .processDefinitionName(definitions.name(record.getProcessDefinitionKey(), record.getBpmnProcessId()))
                .processDefinitionVersion(record.getVersion())
                .parentProcessInstanceKey(keyOrNull(record.getParentProcessInstanceKey()))
                .parentElementInstanceKey(keyOrNull(record.getParentElementInstanceKey()))
                .state(ProcessInstanceStateEnum.ACTIVE)
                .startDate(event.time())
                .tenantId(record.getTenantId())
                .tags(record.getTags());
    }

    private ElementInstanceResult element(Event<ProcessInstanceRecord> event, ProcessInstanceRecord record) {
        return new ElementInstanceResult()
                .elementInstanceKey(Long.toString(event.key()))
                .elementId(record.getElementId())
                .elementName(definitions.name(record.getProcessDefinitionKey(), record.getElementId()))
                .type(type(record.getBpmnElementType()))
                .state(ElementInstanceStateEnum.ACTIVE)
                .startDate(event.time())
                .processInstanceKey(Long.toString(record.getProcessInstanceKey()))
                .processDefinitionKey(Long.toString(record.getProcessDefinitionKey()))
                .processDefinitionId(record.getBpmnProcessId())
                .tenantId(record.getTenantId());
    }

    private static TypeEnum type(BpmnElementType type) {
        return Arrays.stream(TypeEnum.values())
                .filter(known -> known.name().equals(type.name()))
                .findFirst()
                .orElse(TypeEnum.UNKNOWN);
    }

    private static String keyOrNull(long key) {
        return key > 0 ? Long.toString(key) : null;
    }

    private void end(
            Event<ProcessInstanceRecord> event, ProcessInstanceStateEnum process, ElementInstanceStateEnum element) {
        var record = event.value();
        if (record.getBpmnElementType() == BpmnElementType.PROCESS && record.getParentProcessInstanceKey() <= 0) {
            ended.add(Long.toString(record.getProcessInstanceKey()));
        }
        processes.computeIfPresent(event.key(), (key, known) -> known.state(process).endDate(event.time()));
        elements.computeIfPresent(event.key(), (key, known) -> known.state(element).endDate(event.time()));
    }

    private void take(ProcessInstanceRecord record) {
        var instance = Long.toString(record.getProcessInstanceKey());
        flows.computeIfAbsent(record.getProcessInstanceKey(), key -> new ArrayList<>())
                .add(new ProcessInstanceSequenceFlowResult()
                        .sequenceFlowId(instance + "_" + record.getElementId())
                        .elementId(record.getElementId())
                        .processInstanceKey(instance)
                        .processDefinitionKey(Long.toString(record.getProcessDefinitionKey()))
                        .processDefinitionId(record.getBpmnProcessId())
                        .tenantId(record.getTenantId()));
    }

    List<String> ended() {
        return List.copyOf(ended);
    }

    List<ElementInstanceResult> keptElements() {
        return List.copyOf(elements.values());
    }

    Map<Long, List<ProcessInstanceSequenceFlowResult>> keptFlows() {
        return flows;
    }

    void restore(ViewState state) {
        state.processes().forEach(process -> processes.put(Long.valueOf(process.getProcessInstanceKey()), process));
        state.elements().forEach(element -> elements.put(Long.valueOf(element.getElementInstanceKey()), element));
        state.flows().forEach((key, taken) -> flows.put(key, new ArrayList<>(taken)));
        ended.addAll(state.ended());
    }

    /** Of those that ended, all but the latest, with what they called. */
    Set<String> forgettable(int latest) {
        var forgettable = new HashSet<String>();
        while (ended.size() > latest) {
            forgettable.add(ended.removeFirst());
        }
        // Who is called is younger than its caller.
        processes.values().stream()
                .filter(process -> forgettable.contains(process.getParentProcessInstanceKey()))
                .forEach(process -> forgettable.add(process.getProcessInstanceKey()));
        return forgettable;
    }

    void forget(Set<String> processInstances) {
        processes.values().removeIf(process -> processInstances.contains(process.getProcessInstanceKey()));
        elements.values().removeIf(element -> processInstances.contains(element.getProcessInstanceKey()));
        processInstances.forEach(key -> flows.remove(Long.valueOf(key)));
    }

    List<ProcessInstanceResult> processes() {
        return processes.values().stream()
                .map(process -> process.hasIncident(incidents.anyIn(process.getProcessInstanceKey())))
                .toList();
    }

    List<ElementInstanceResult> elements() {
        return elements.values().stream()
                .map(element -> {
                    var incident = incidents.at(element.getElementInstanceKey()).orElse(null);
                    return element.incidentKey(incident).hasIncident(incident != null);
                })
                .toList();
    }

    List<ProcessInstanceSequenceFlowResult> flows(long processInstanceKey) {
        return flows.getOrDefault(processInstanceKey, List.of());
    }
}
