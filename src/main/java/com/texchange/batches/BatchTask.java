package com.texchange.batches;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.common.Backlog;
import com.texchange.common.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The durable task that works on a batch, named by the batch and its run. It works in short turns, and takes the next one
 * only when no engine command is due: so those of others wait for the ones of one turn, not of a whole list. While letters pile up,
 * a turn is a single step: a list goes hardly faster than the mail server takes its letters, and those of others are soon out.
 */
@Component
class BatchTask {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("batch");
    private static final char SEPARATOR = '/';
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));

    private final BatchWorker worker;
    private final List<Backlog> backlogs;
    private final Clock schedulerClock;

    BatchTask(BatchWorker worker, List<Backlog> backlogs, Clock schedulerClock) {
        this.worker = worker;
        this.backlogs = backlogs;
        this.schedulerClock = schedulerClock;
    }

    /** Asked for when a batch runs: its steps schedule tasks themselves, so they need the scheduler that needs this one. */
    @Bean
    static Task<Void> workOnBatch(ObjectProvider<BatchTask> batches) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()
                        .plus(BACKOFF.after(complete.getExecution().consecutiveFailures + 1))))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        batches.getObject().work(instance, context.getSchedulerState()::isShuttingDown));
    }

    static TaskInstance<Void> of(BatchId id, int run) {
        return TASK.instance(id.toString() + SEPARATOR + run).priority(Priority.LOW).build();
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, BooleanSupplier shuttingDown) {
        String[] name = instance.getId().split(String.valueOf(SEPARATOR));
        BatchId id = BatchId.of(name[0]);
        int run = Integer.parseInt(name[1]);
        Instant turnIsOver = schedulerClock.now().plus(TURN);
        if (backlogs.stream().anyMatch(Backlog::isGrowing)) {
            return worker.step(id, run) ? again(turnIsOver) : (complete, operations) -> operations.remove();
        }
        while (!shuttingDown.getAsBoolean() && schedulerClock.now().isBefore(turnIsOver)) {
            if (!worker.step(id, run)) {
                return (complete, operations) -> operations.remove();
            }
        }
        return again(schedulerClock.now());
    }

    private static CompletionHandler<Void> again(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }
}
