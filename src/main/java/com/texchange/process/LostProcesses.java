package com.texchange.process;

import static java.util.Objects.requireNonNull;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the processes that the engine does not have although the business goes on, as after a cluster was rebuilt from
 * nothing. What the engine has is left alone, so this may be done at any time, and again.
 */
@Service
public class LostProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(LostProcesses.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final ProcessDeployment deployment;
    private final CamundaProperties properties;
    private final List<ProcessOwner> owners;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    LostProcesses(ProcessDeployment deployment, CamundaProperties properties, List<ProcessOwner> owners,
            TransactionTemplate transaction, AuditTrail audit) {
        this.deployment = deployment;
        this.properties = properties;
        this.owners = owners;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * A process manager's command. The engine is looked at first: one that is new gets the processes again, and takes
     * the place of the one that had them; this takes as long as the engine takes to answer.
     *
     * @return how many processes are under way; those that were there stay as they are
     * @throws RefusedException if the engine does not answer
     */
    public int recreate(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        lookAtEngine(true);
        return begin(underWay(), actor);
    }

    /**
     * As above, for some processes only. Subjects whose business has ended are passed over.
     *
     * @throws RefusedException if the engine does not answer, or is another one than before: then all have to be begun
     */
    public void recreate(Collection<ProcessSubject> subjects, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        lookAtEngine(false);
        begin(owners.stream().flatMap(owner -> subjects.stream().filter(subject -> subject.kind() == owner.kind())
                .map(subject -> new Begun(owner, subject.id()))).toList(), actor);
    }

    /** A subject with whose matter it is. */
    private record Begun(ProcessOwner owner, UUID subject) {
    }

    private void lookAtEngine(boolean mayReplace) {
        try {
            deployment.deployNow(mayReplace);
        } catch (UnknownEngineException e) {
            throw new RefusedException("process.refused.unknownEngine");
        } catch (RuntimeException e) {
            LOG.warn("Lost processes cannot be begun now: {}", Failure.reason(e));
            throw new RefusedException("process.refused.unreachable");
        }
    }

    @EventListener
    void recreateAtStart(ProcessesDeployed event) {
        if (properties.recreateLostInstances()) {
            begin(underWay(), null);
        }
    }

    private List<Begun> underWay() {
        List<Begun> all = new ArrayList<>();
        owners.forEach(owner -> addUnderWay(owner, all));
        return all;
    }

    private void addUnderWay(ProcessOwner owner, List<Begun> all) {
        UUID last = FIRST;
        List<UUID> page;
        do {
            UUID after = last;
            page = requireNonNull(transaction.execute(status -> owner.underWay(after, BATCH)));
            page.forEach(subject -> all.add(new Begun(owner, subject)));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == BATCH);
    }

    /**
     * That somebody has ordered it is recorded together with the first that is begun: nothing is begun unrecorded, wherever the rest stops.
     *
     * @param actor null if a setting has it done
     */
    private int begin(List<Begun> all, @Nullable Actor actor) {
        int from = 0;
        do {
            List<Begun> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            boolean first = from == 0;
            transaction.executeWithoutResult(status -> {
                if (first && actor != null) {
                    audit.record(Audited.of(AuditKind.PROCESSES_BEGUN_ANEW, actor).values(null, all.size()));
                }
                batch.forEach(one -> one.owner().beginLost(one.subject()));
            });
            from += BATCH;
        } while (from < all.size());
        LOG.info("Asked Camunda to begin what it lacks of {} processes", all.size());
        return all.size();
    }
}
