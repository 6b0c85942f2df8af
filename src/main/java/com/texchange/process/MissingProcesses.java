package com.texchange.process;

import static java.util.Objects.requireNonNull;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final CommandQueue queue;

    MissingProcesses(EngineSearch search, List<ProcessOwner> owners, TransactionTemplate transaction, CommandQueue queue) {
        this.search = search;
        this.owners = owners;
        this.transaction = transaction;
        this.queue = queue;
    }

    /**
     * @param answer without {@link EngineAnswer#ANSWERED} the rest says nothing
     * @param looked how many are under way
     * @param missing those that the engine does not have
     * @param unheard those whose process waits for what has happened already, since its message was lost
     */
    public record Comparison(EngineAnswer answer, int looked, List<ProcessSubject> missing,
            List<ProcessSubject> unheard) {
    }

    /**
     * Asks the engine for every process under way, some hundreds at a time: not for the thread of a page. What was told to
     * the engine just now may be missing still.
     */
    public Comparison compare(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        List<ProcessSubject> missing = new ArrayList<>();
        List<ProcessSubject> unheard = new ArrayList<>();
        int looked = 0;
        try {
            for (ProcessOwner owner : owners) {
                looked += compare(owner, missing, unheard);
            }
            return new Comparison(EngineAnswer.ANSWERED, looked, List.copyOf(missing), List.copyOf(unheard));
        } catch (ClientException e) {
            EngineAnswer answer = EngineSearch.answer(e);
            LOG.info("What the engine lacks is not known: {}, {}", answer, Failure.reason(e));
            return new Comparison(answer, 0, List.of(), List.of());
        }
    }

    private int compare(ProcessOwner owner, List<ProcessSubject> missing, List<ProcessSubject> unheard) {
        int looked = 0;
        UUID last = FIRST;
        Batch batch;
        do {
            UUID after = last;
            batch = requireNonNull(transaction.execute(status -> next(owner, after)));
            last = batch.subjects().isEmpty() ? last : batch.subjects().getLast();
            looked += batch.subjects().size();
            Set<UUID> onTheWay = queue.messagesOnTheWay(batch.subjects());
            add(owner, missing(owner, batch.subjects()), onTheWay, missing);
            add(owner, unheard(batch), onTheWay, unheard);
        } while (batch.subjects().size() == BATCH);
        return looked;
    }

    /** @param told by message, of each subject, and not to be waited for any more */
    private record Batch(List<UUID> subjects, Map<UUID, Set<String>> told) {
    }

    private static Batch next(ProcessOwner owner, UUID after) {
        List<UUID> subjects = owner.underWay(after, BATCH);
        return new Batch(subjects, owner.told(subjects));
    }

    private static void add(ProcessOwner owner, List<UUID> found, Set<UUID> onTheWay, List<ProcessSubject> to) {
        found.stream().filter(id -> !onTheWay.contains(id)).map(id -> new ProcessSubject(owner.kind(), id)).forEach(to::add);
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
        return batch.stream().filter(id -> !there.contains("\"%s\"".formatted(id))).toList();
    }

    /** The business id is the correlation key of all messages. */
    private List<UUID> unheard(Batch batch) {
        Set<String> messages = batch.told().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return search.waiting(messages, batch.told().keySet().stream().map(UUID::toString).toList()).stream()
                .filter(waiting -> batch.told().getOrDefault(UUID.fromString(waiting.getCorrelationKey()), Set.of())
                        .contains(waiting.getMessageName()))
                .map(waiting -> UUID.fromString(waiting.getCorrelationKey())).distinct().toList();
    }
}
