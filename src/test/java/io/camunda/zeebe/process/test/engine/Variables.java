package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.VariableSearchResult;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of all scopes. Values are never cut short here. */
final class Variables {

    private final Map<Long, VariableSearchResult> byKey = new LinkedHashMap<>();

    void on(Event<VariableRecord> event) {
        if (event.intent() == VariableIntent.CREATED || event.intent() == VariableIntent.UPDATED) {
            var variable = event.value();
            byKey.put(
                    event.key(),
                    new VariableSearchResult()
                            .variableKey(Long.toString(event.key()))
                            .name(variable.getName())
                            .value(variable.getValue())
                            .isTruncated(false)
                            .scopeKey(Long.toString(variable.getScopeKey()))
                            .processInstanceKey(Long.toString(variable.getProcessInstanceKey()))
                            .tenantId(variable.getTenantId()));
        }
    }

    void restore(List<VariableSearchResult> known) {
        known.forEach(variable -> byKey.put(Long.valueOf(variable.getVariableKey()), variable));
    }

    void forget(Set<String> processInstances) {
        byKey.values().removeIf(variable -> processInstances.contains(variable.getProcessInstanceKey()));
    }

    List<VariableSearchResult> all() {
        return List.copyOf(byKey.values());
    }

    Optional<VariableSearchResult> find(long key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
