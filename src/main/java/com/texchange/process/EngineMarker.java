package com.texchange.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells whether the engine is still the one that knows this installation's processes. A cluster that was rebuilt from
 * nothing gives out its keys anew, and a command to complete task 42 would hit somebody else's.
 *
 * <p>The marker is a message that nothing waits for, kept by the engine for a century. The engine refuses a second message
 * with the same id while it keeps the first, so publishing one that is not to be kept asks without leaving a trace
 * (docs/decisions/008).
 */
@Component
public class EngineMarker {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMarker.class);
    private static final String MESSAGE = "t-exchange-marker";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final CamundaClient client;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    EngineMarker(CamundaClient client, JdbcClient jdbc, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.client = client;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * To be called before processes are deployed: an engine that has none has no task either, whose key could be mistaken.
     *
     * @throws RuntimeException if the engine does not answer
     */
    void recognize() {
        Optional<UUID> known = known();
        if (known.isEmpty()) {
            jdbc.sql("insert into engine_marker (id) values (?) on conflict do nothing").param(UUID.randomUUID()).update();
        } else if (!publish(known.get(), Duration.ZERO)) {
            return;
        } else {
            transaction.executeWithoutResult(status -> replace(known.get()));
        }
        publish(known().orElseThrow(), FOR_EVER);
    }

    private Optional<UUID> known() {
        return jdbc.sql("select id from engine_marker").query(UUID.class).optional();
    }

    /** Of two instances that notice at once, the second finds another marker and does nothing. */
    private void replace(UUID lost) {
        if (jdbc.sql("update engine_marker set id = ? where id = ?").params(UUID.randomUUID(), lost).update() == 1) {
            LOG.warn("Camunda does not know this installation any more, as after being rebuilt. Processes under way are "
                    + "begun anew by t-exchange.camunda.recreate-lost-instances=true or by a process manager's command");
            jdbc.sql("""
                    delete from scheduled_tasks
                    where task_name = :task and starts_with(task_instance, :tasks) and not picked
                    """)
                    .param("task", CommandExecution.TASK.getTaskName())
                    .param("tasks", EngineCommand.OnUserTask.TARGET)
                    .update();
            events.publishEvent(new EngineReplaced());
        }
    }

    /** @return false if the engine has the marker already */
    private boolean publish(UUID marker, Duration timeToLive) {
        try {
            client.newPublishMessageCommand().messageName(MESSAGE).correlationKey(MESSAGE)
                    .messageId(marker.toString()).timeToLive(timeToLive).send().join();
            return true;
        } catch (RuntimeException e) {
            if (Failure.of(e) == Failure.ALREADY_DONE) {
                return false;
            }
            throw e;
        }
    }
}
