package com.texchange.licenses;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.common.Backoff;
import com.texchange.common.LoadId;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The durable task that loads what was checked, on any instance. It takes one step and then makes way for engine commands and
 * letters that are due.
 */
@Component
class LoadingTask {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("load-licenses");
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));

    private final LoadingWorker worker;
    private final Clock schedulerClock;

    LoadingTask(LoadingWorker worker, Clock schedulerClock) {
        this.worker = worker;
        this.schedulerClock = schedulerClock;
    }

    @Bean
    static Task<Void> loadLicenses(ObjectProvider<LoadingTask> loading) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()
                        .plus(BACKOFF.after(complete.getExecution().consecutiveFailures + 1))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> loading.getObject().work(LoadId.of(instance.getId())));
    }

    static TaskInstance<Void> of(LoadId id) {
        return TASK.instance(id.toString()).priority(Priority.LOW).build();
    }

    private CompletionHandler<Void> work(LoadId id) {
        worker.addDevices(id);
        boolean more = worker.step(id);
        return (complete, operations) -> {
            if (more) {
                operations.reschedule(complete, schedulerClock.now());
            } else {
                operations.remove();
            }
        };
    }
}
