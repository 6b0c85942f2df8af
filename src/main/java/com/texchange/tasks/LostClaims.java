package com.texchange.tasks;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.common.AccessChanged;
import com.texchange.common.AccountId;
import com.texchange.process.EngineCommands;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back to its group what somebody has taken who may not do it any more: who was switched off, or has another position or other roles.
 * What is taken waits for nobody else: no figure counts it, and no colleague would hear of it before it is overdue.
 */
@Component
class LostClaims {

    private static final Logger LOG = LoggerFactory.getLogger(LostClaims.class);
    private static final TaskDescriptor<Claimant> TASK = TaskDescriptor.of("release-lost-claims", Claimant.class);
    /** Longer than a claim that was just being made can take. */
    private static final Duration ONCE_MORE_AFTER = Duration.ofMinutes(1);

    private final UserTaskRows rows;
    private final TaskLocks locks;
    private final GroupMembers members;
    private final EngineCommands engine;
    private final TransactionTemplate transaction;
    private final SchedulerClient scheduler;
    private final Clock schedulerClock;

    LostClaims(UserTaskRows rows, TaskLocks locks, GroupMembers members, EngineCommands engine, TransactionTemplate transaction,
            SchedulerClient scheduler, Clock schedulerClock) {
        this.rows = rows;
        this.locks = locks;
        this.members = members;
        this.engine = engine;
        this.transaction = transaction;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
    }

    /** Whose claims. */
    record Claimant(UUID person) {
    }

    @Bean
    static Task<Claimant> releaseLostClaims(ObjectProvider<LostClaims> claims) {
        return Tasks.oneTime(TASK).execute((instance, context) ->
                claims.getObject().release(new AccountId(instance.getData().person())));
    }

    /** Not at once: whoever claims locks the task first and then, by its foreign key, the account. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(AccessChanged access) {
        Claimant claimant = new Claimant(access.person().value());
        Stream.of(Duration.ZERO, ONCE_MORE_AFTER).forEach(pause -> scheduler.scheduleIfNotExists(
                TASK.instance(UUID.randomUUID().toString()).data(claimant).build(), schedulerClock.now().plus(pause)));
    }

    /** Can be repeated. Each task is a transaction of its own. */
    void release(AccountId person) {
        rows.claimedBy(person).forEach(key -> transaction.executeWithoutResult(status -> release(key, person)));
    }

    private void release(long key, AccountId person) {
        rows.lock(key)
                .filter(task -> task.state() == UserTask.State.OPEN && person.equals(task.assignee()))
                .filter(task -> !members.has(person, task.candidateGroups()))
                .ifPresent(task -> {
                    rows.assign(List.of(key), null);
                    engine.unassignTask(key);
                    locks.recordReleased(task);
                    locks.publish(task, person);
                    LOG.info("User task {} is free again: {} may not do it any more", key, person);
                });
    }
}
