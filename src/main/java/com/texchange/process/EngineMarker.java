package com.texchange.process;

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
 * nothing gives out its keys anew, and a command to complete task 42 would hit somebody else's (docs/decisions/008).
 *
 * <p>A marker is in the engine before it is in the database, so what the database knows and the engine does not was in
 * another engine. Markers that are left over in an engine do no harm.
 */
@Component
public class EngineMarker {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMarker.class);

    private final MarkerMessages markers;
    private final CommandQueue queue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    EngineMarker(MarkerMessages markers, CommandQueue queue, JdbcClient jdbc, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.markers = markers;
        this.queue = queue;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * To be called before processes are deployed: an engine that has none has no task either, whose key could be mistaken.
     *
     * @param mayReplace whether another engine than before takes its place; what is stored of the other one's tasks and
     *     commands on them is given up then
     * @throws UnknownEngineException if it is another engine and may not
     * @throws RuntimeException if the engine does not answer
     */
    void recognize(boolean mayReplace) {
        Optional<UUID> known = known();
        if (known.isEmpty()) {
            UUID first = keepNew();
            jdbc.sql("insert into engine_marker (id) values (?) on conflict do nothing").param(first).update();
        } else if (!markers.isKept(known.get())) {
            if (!mayReplace) {
                throw new UnknownEngineException();
            }
            UUID next = keepNew();
            transaction.executeWithoutResult(status -> replace(known.get(), next));
        }
    }

    private Optional<UUID> known() {
        return jdbc.sql("select id from engine_marker").query(UUID.class).optional();
    }

    private UUID keepNew() {
        UUID marker = UUID.randomUUID();
        markers.keep(marker);
        return marker;
    }

    /** Of two instances that notice at once, the second finds another marker and does nothing. */
    private void replace(UUID lost, UUID next) {
        if (jdbc.sql("update engine_marker set id = ? where id = ?").params(next, lost).update() == 1) {
            LOG.warn("Camunda does not know this installation any more and takes the place of the one that did");
            queue.forgetTasks();
            events.publishEvent(new EngineReplaced());
        }
    }
}
