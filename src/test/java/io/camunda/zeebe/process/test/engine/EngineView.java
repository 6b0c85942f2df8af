package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageStartEventSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.ProcessMessageSubscriptionRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * What a cluster's secondary storage would know, told by the engine's records. It reads on whenever somebody asks, so
 * it costs nothing while nobody does, and an answer is never older than the question.
 */
final class EngineView implements AutoCloseable {

    private final LogStreamReader log;
    private final Definitions definitions = new Definitions();
    private final Incidents incidents = new Incidents();
    private final Instances instances = new Instances(definitions, incidents);
    private final Variables variables = new Variables();
    private final UserTaskView userTasks = new UserTaskView(definitions);
    private final Subscriptions subscriptions = new Subscriptions();

    /** One event of the engine. */
    record Event<T>(long key, Intent intent, String time, T value) {}

    EngineView(LogStreamReader log) {
        this.log = log;
        log.seekToFirstEvent();
    }

    /** Asks one of the parts, which are not changed meanwhile. */
    synchronized <T> T ask(Function<EngineView, T> question) {
        while (log.hasNext()) {
            read(log.next());
        }
        return question.apply(this);
    }

    Definitions definitions() {
        return definitions;
    }

    Instances instances() {
        return instances;
    }

    Variables variables() {
        return variables;
    }

    UserTaskView userTasks() {
        return userTasks;
    }

    Incidents incidents() {
        return incidents;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    private void read(LoggedEvent logged) {
        var metadata = new RecordMetadata();
        logged.readMetadata(metadata);
        if (metadata.getRecordType() != RecordType.EVENT) {
            return;
        }
        switch (metadata.getValueType()) {
            case PROCESS -> definitions.on(event(logged, metadata, new ProcessRecord()));
            case PROCESS_INSTANCE -> instances.on(event(logged, metadata, new ProcessInstanceRecord()));
            case VARIABLE -> variables.on(event(logged, metadata, new VariableRecord()));
            case USER_TASK -> userTasks.on(event(logged, metadata, new UserTaskRecord()));
            case INCIDENT -> incidents.on(event(logged, metadata, new IncidentRecord()));
            case PROCESS_MESSAGE_SUBSCRIPTION ->
                    subscriptions.on(event(logged, metadata, new ProcessMessageSubscriptionRecord()));
            case MESSAGE_START_EVENT_SUBSCRIPTION ->
                    subscriptions.onStart(event(logged, metadata, new MessageStartEventSubscriptionRecord()));
            default -> {
                // No search is about it.
            }
        }
    }

    private static <T extends UnifiedRecordValue> Event<T> event(LoggedEvent logged, RecordMetadata metadata, T value) {
        logged.readValue(value);
        return new Event<>(logged.getKey(), metadata.getIntent(), time(logged.getTimestamp()), value);
    }

    static String time(long millis) {
        // With all three digits of the milliseconds, so that the order of texts is the order of times.
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX")
                .format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
