package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.ProcessDefinitionResult;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The deployed processes. */
final class Definitions {

    private final Map<Long, Definition> byKey = new LinkedHashMap<>();

    /** A process with the names of its elements by their ids, its own among them. */
    private record Definition(ProcessDefinitionResult result, String xml, Map<String, String> names) {}

    void on(Event<ProcessRecord> event) {
        if (event.intent() == ProcessIntent.CREATED) {
            var process = event.value();
            var names = names(process.getResource());
            var result = new ProcessDefinitionResult()
                    .processDefinitionKey(Long.toString(process.getProcessDefinitionKey()))
                    .processDefinitionId(process.getBpmnProcessId())
                    .name(names.get(process.getBpmnProcessId()))
                    .resourceName(process.getResourceName())
                    .version(process.getVersion())
                    .versionTag(process.getVersionTag())
                    .hasStartForm(false)
                    .tenantId(process.getTenantId());
            byKey.put(
                    process.getProcessDefinitionKey(),
                    new Definition(result, new String(process.getResource(), StandardCharsets.UTF_8), names));
        }
    }

    /** As a snapshot has it; the names are read from the XML again. */
    record Kept(ProcessDefinitionResult result, String xml) {}

    List<Kept> kept() {
        return byKey.values().stream().map(known -> new Kept(known.result(), known.xml())).toList();
    }

    void restore(List<Kept> known) {
        known.forEach(kept -> byKey.put(Long.valueOf(kept.result().getProcessDefinitionKey()),
                new Definition(kept.result(), kept.xml(), names(kept.xml().getBytes(StandardCharsets.UTF_8)))));
    }

    private static Map<String, String> names(byte[] resource) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource));
        Map<String, String> names = new HashMap<>();
        model.getModelElementsByType(FlowElement.class)
                .forEach(element -> names.put(element.getId(), element.getName()));
        model.getModelElementsByType(Process.class)
                .forEach(process -> names.put(process.getId(), process.getName()));
        return names;
    }

    List<ProcessDefinitionResult> all() {
        return byKey.values().stream().map(Definition::result).toList();
    }

    Optional<String> xml(long key) {
        return Optional.ofNullable(byKey.get(key)).map(Definition::xml);
    }

    /** An element without a name is shown by its id, as a cluster does. */
    String name(long definitionKey, String elementId) {
        var definition = byKey.get(definitionKey);
        return definition == null ? elementId : Objects.requireNonNullElse(definition.names().get(elementId), elementId);
    }
}
