package com.texchange.process;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
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

    LostProcesses(ProcessDeployment deployment, CamundaProperties properties, List<ProcessOwner> owners,
            TransactionTemplate transaction) {
        this.deployment = deployment;
        this.properties = properties;
        this.owners = owners;
        this.transaction = transaction;
    }

    /**
     * A process manager's command. The engine is looked at first: one that is new gets the processes again, and
     * takes the place of the one that had them.
     *
     * @return how many processes are under way; those that were there stay as they are
     * @throws RefusedException if the engine does not answer
     */
    public int recreate(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        try {
            deployment.deployNow(true);
        } catch (RuntimeException e) {
            LOG.warn("Lost processes cannot be begun now: {}", Failure.reason(e));
            throw new RefusedException("process.refused.unreachable");
        }
        return recreate();
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
        ProcessOwner.Batch batch;
        do {
            UUID after = last;
            batch = transaction.execute(status -> owner.beginLost(after, BATCH));
            last = batch.last();
            count += batch.begun();
        } while (batch.looked() == BATCH);
        return count;
    }
}
