package io.camunda.zeebe.process.test.engine;

import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionResult;
import io.camunda.client.protocol.rest.MessageSubscriptionResult;
import io.camunda.client.protocol.rest.MessageSubscriptionStateEnum;
import io.camunda.zeebe.process.test.engine.EngineView.Event;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageStartEventSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What waits for messages, and which messages came. */
final class Subscriptions {

    private final Map<Long, MessageSubscriptionResult> byKey = new LinkedHashMap<>();
    private final List<CorrelatedMessageSubscriptionResult> correlated = new ArrayList<>();

    void on(Event<ProcessMessageSubscriptionRecord> event) {
        switch ((ProcessMessageSubscriptionIntent) event.intent()) {
            case CREATED -> put(event, MessageSubscriptionStateEnum.CREATED);
            case CORRELATED -> {
                put(event, MessageSubscriptionStateEnum.CORRELATED);
                correlated.add(correlated(event));
            }
            case DELETED -> {
                // One that a message has ended is told as correlated.
                var known = byKey.get(event.key());
                if (known == null || known.getMessageSubscriptionState() == MessageSubscriptionStateEnum.CREATED) {
                    put(event, MessageSubscriptionStateEnum.DELETED);
                }
            }
            default -> {
                // Still being opened or closed.
            }
        }
    }

    void onStart(Event<MessageStartEventSubscriptionRecord> event) {
        if (event.intent() == MessageStartEventSubscriptionIntent.CORRELATED) {
            var start = event.value();
            correlated.add(new CorrelatedMessageSubscriptionResult()
                    .subscriptionKey(Long.toString(event.key()))
                    .messageKey(Long.toString(start.getMessageKey()))
                    .messageName(start.getMessageName())
                    .correlationKey(start.getCorrelationKey())
                    .correlationTime(event.time())
                    .elementId(start.getStartEventId())
                    .processDefinitionId(start.getBpmnProcessId())
                    .processDefinitionKey(Long.toString(start.getProcessDefinitionKey()))
                    .processInstanceKey(Long.toString(start.getProcessInstanceKey()))
                    .partitionId(Partition.ID)
                    .tenantId(start.getTenantId()));
        }
    }

    private void put(Event<ProcessMessageSubscriptionRecord> event, MessageSubscriptionStateEnum state) {
        var subscription = event.value();
        byKey.put(
                event.key(),
                new MessageSubscriptionResult()
                        .messageSubscriptionKey(Long.toString(event.key()))
                        .messageSubscriptionState(state)
                        .messageName(subscription.getMessageName())
                        .correlationKey(subscription.getCorrelationKey())
                        .lastUpdatedDate(event.time())
                        .elementId(subscription.getElementId())
                        .elementInstanceKey(Long.toString(subscription.getElementInstanceKey()))
                        .processDefinitionId(subscription.getBpmnProcessId())
                        .processInstanceKey(Long.toString(subscription.getProcessInstanceKey()))
                        .tenantId(subscription.getTenantId()));
    }

    private static CorrelatedMessageSubscriptionResult correlated(Event<ProcessMessageSubscriptionRecord> event) {
        var subscription = event.value();
        return new CorrelatedMessageSubscriptionResult()
                .subscriptionKey(Long.toString(event.key()))
                .messageKey(Long.toString(subscription.getMessageKey()))
                .messageName(subscription.getMessageName())
                .correlationKey(subscription.getCorrelationKey())
                .correlationTime(event.time())
                .elementId(subscription.getElementId())
                .elementInstanceKey(Long.toString(subscription.getElementInstanceKey()))
                .processDefinitionId(subscription.getBpmnProcessId())
                .processInstanceKey(Long.toString(subscription.getProcessInstanceKey()))
                .partitionId(Partition.ID)
                .tenantId(subscription.getTenantId());
    }

    void restore(List<MessageSubscriptionResult> known, List<CorrelatedMessageSubscriptionResult> correlations) {
        known.forEach(subscription -> byKey.put(Long.valueOf(subscription.getMessageSubscriptionKey()), subscription));
        correlated.addAll(correlations);
    }

    void forget(Set<String> processInstances) {
        byKey.values().removeIf(subscription -> processInstances.contains(subscription.getProcessInstanceKey()));
        correlated.removeIf(correlation -> processInstances.contains(correlation.getProcessInstanceKey()));
    }

    List<MessageSubscriptionResult> all() {
        return List.copyOf(byKey.values());
    }

    List<CorrelatedMessageSubscriptionResult> correlated() {
        return List.copyOf(correlated);
    }
}
