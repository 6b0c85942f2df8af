package com.texchange.process;

import static java.util.Objects.requireNonNull;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
        int underWay = recreate();
        audit.record(Audited.of(AuditKind.PROCESSES_BEGUN_ANEW, actor).values(null, underWay));
        return underWay;
    }

    /**
     * As above, for some processes only. Subjects whose business has ended are passed over.
     *
     * @throws RefusedException if the engine does not answer, or is another one than before: then all have to be begun
     */
    public void recreate(Collection<ProcessSubject> subjects, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        lookAtEngine(false);
        for (ProcessOwner owner : owners) {
            inBatches(subjects.stream().filter(subject -> subject.kind() == owner.kind())
                    .map(ProcessSubject::id).toList(), owner);
        }
        LOG.info("Asked Camunda to begin {} processes unless it has them", subjects.size());
        audit.record(Audited.of(AuditKind.PROCESSES_BEGUN_ANEW, actor).values(null, subjects.size()));
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

    private void inBatches(List<UUID> subjects, ProcessOwner owner) {
        for (int from = 0; from < subjects.size(); from += BATCH) {
            List<UUID> batch = subjects.subList(from, Math.min(subjects.size(), from + BATCH));
            transaction.executeWithoutResult(status -> batch.forEach(owner::beginLost));
        }
    }

    @EventListener
    void recreateAtStart(ProcessesDeployed event) {
        if (properties.recreateLostInstances()) {
            recreate();
        }
    }

    private int recreate() {
        int count = owners.stream().mapToInt(this::recreate).sum();
        LOG.info("Asked Camunda to begin what it lacks of {} processes under way", count);
        return count;
    }

    private int recreate(ProcessOwner owner) {
        int count = 0;
        UUID last = FIRST;
        List<UUID> batch;
        do {
            UUID after = last;
            batch = requireNonNull(transaction.execute(status -> beginNext(owner, after)));
            last = batch.isEmpty() ? last : batch.getLast();
            count += batch.size();
        } while (batch.size() == BATCH);
        return count;
    }

    private static List<UUID> beginNext(ProcessOwner owner, UUID after) {
        List<UUID> batch = owner.underWay(after, BATCH);
        batch.forEach(owner::beginLost);
        return batch;
    }
}
