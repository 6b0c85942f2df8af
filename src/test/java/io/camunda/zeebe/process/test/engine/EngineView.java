package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Function;

/**
 * What a cluster's secondary storage would know, told by the engine's records: of what is open, and of what ended lately. It
 * reads on whenever somebody asks, so it costs nothing while nobody does, and an answer is never older than the question.
 */
final class EngineView implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .build();
    /** Process instances that ended, the latest; for the others, a cluster has a time after which it forgets them too. */
    private static final int LATEST = 200;
    /** What is forgotten is looked for everywhere: so many at once. */
    private static final int AT_ONCE = 100;

    private final LogStreamReader log;
    private Path snapshot;
    private final Definitions definitions = new Definitions();
    private final Incidents incidents = new Incidents();
    private final Instances instances = new Instances(definitions, incidents);
    private final Variables variables = new Variables();
    private final UserTaskView userTasks = new UserTaskView(definitions);
    private final Subscriptions subscriptions = new Subscriptions();
    private long position = -1;

    /** One event of the engine. */
    record Event<T>(long key, Intent intent, String time, T value) {}

    /** @param snapshot of an earlier view, from which it goes on when somebody asks; null for none */
    EngineView(LogStreamReader log, Path snapshot) {
        this.log = log;
        this.snapshot = snapshot;
        log.seekToFirstEvent();
    }

    /** Asks one of the parts, which are not changed meanwhile. */
    synchronized <T> T ask(Function<EngineView, T> question) {
        restore();
        while (log.hasNext()) {
            read(log.next());
        }
        if (instances.ended().size() >= LATEST + AT_ONCE) {
            forget(instances.forgettable(LATEST));
        }
        return question.apply(this);
    }

    private void forget(Set<String> processInstances) {
        instances.forget(processInstances);
        variables.forget(processInstances);
        userTasks.forget(processInstances);
        incidents.forget(processInstances);
        subscriptions.forget(processInstances);
    }

    /** Writes down what it knows, so that it can do without the log up to here. */
    void save(Path file) {
        ask(known -> {
            try {
                JSON.writeValue(file.toFile(), state());
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot write " + file, failure);
            }
        });
    }

    private ViewState state() {
        return new ViewState(position, definitions.kept(), instances.processes(), instances.keptElements(), instances.keptFlows(),
                instances.ended(), variables.all(), userTasks.all(), incidents.all(), subscriptions.all(), subscriptions.correlated());
    }

    private void restore() {
        if (snapshot == null) {
            return;
        }
        try {
            var state = JSON.readValue(snapshot.toFile(), ViewState.class);
            definitions.restore(state.definitions());
            instances.restore(state);
            variables.restore(state.variables());
            userTasks.restore(state.userTasks());
            incidents.restore(state.incidents());
            subscriptions.restore(state.subscriptions(), state.correlated());
            position = state.position();
            log.seekToNextEvent(position);
            snapshot = null;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + snapshot, failure);
        }
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
        position = logged.getPosition();
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
