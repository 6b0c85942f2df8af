package com.texchange.process;

import static java.util.Objects.requireNonNull;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the business that is under way with the process instances that the engine has. */
@Service
public class MissingProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(MissingProcesses.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 200;

    private final EngineSearch search;
    private final List<ProcessOwner> owners;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    MissingProcesses(EngineSearch search, List<ProcessOwner> owners, TransactionTemplate transaction, JdbcClient jdbc) {
        this.search = search;
        this.owners = owners;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * @param answer without {@link EngineAnswer#ANSWERED} the rest says nothing
     * @param looked how many are under way
     */
    public record Comparison(EngineAnswer answer, int looked, List<ProcessSubject> missing) {
    }

    /**
     * Asks the engine for every process under way, some hundreds at a time: not for the thread of a page. What was told to
     * the engine just now may be missing still.
     */
    public Comparison compare(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<ProcessSubject> missing = new ArrayList<>();
        int looked = 0;
        try {
            for (ProcessOwner owner : owners) {
                looked += compare(owner, missing);
            }
            return new Comparison(EngineAnswer.ANSWERED, looked, List.copyOf(missing));
        } catch (ClientException e) {
            EngineAnswer answer = EngineSearch.answer(e);
            LOG.info("What the engine lacks is not known: {}, {}", answer, Failure.reason(e));
            return new Comparison(answer, 0, List.of());
        }
    }

    private int compare(ProcessOwner owner, List<ProcessSubject> missing) {
        int looked = 0;
        UUID last = FIRST;
        List<UUID> batch;
        do {
            UUID after = last;
            batch = requireNonNull(transaction.execute(status -> owner.underWay(after, BATCH)));
            last = batch.isEmpty() ? last : batch.getLast();
            looked += batch.size();
            missing(owner, batch).forEach(id -> missing.add(new ProcessSubject(owner.kind(), id)));
        } while (batch.size() == BATCH);
        return looked;
    }

    private List<UUID> missing(ProcessOwner owner, List<UUID> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Map<Long, String> instances = search.variables(owner.kind().variable(),
                        batch.stream().map("\"%s\""::formatted).toList()).stream()
                .collect(Collectors.toMap(Variable::getProcessInstanceKey, Variable::getValue, (one, other) -> one));
        Set<String> there = search.active(instances.keySet()).stream()
                .map(ProcessInstance::getProcessInstanceKey).map(instances::get).collect(Collectors.toSet());
        Set<UUID> waiting = waiting(batch);
        return batch.stream()
                .filter(id -> !there.contains("\"%s\"".formatted(id)) && !waiting.contains(id)).toList();
    }

    /** The subjects whose start message is still on its way. */
    private Set<UUID> waiting(List<UUID> batch) {
        return new HashSet<>(jdbc.sql("""
                select id from unnest(:ids::uuid[]) as subject (id)
                where exists (select from scheduled_tasks
                    where task_name = :task and task_instance >= 'message-' || id || '/'
                        and task_instance < 'message-' || id || '0')
                """)
                .param("ids", batch.stream().map(UUID::toString).toArray(String[]::new))
                .param("task", CommandExecution.TASK.getTaskName())
                .query(UUID.class).list());
    }
}
