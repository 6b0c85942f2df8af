package com.texchange.tasks.worker;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for overdue tasks now and then, on one of the instances. */
@Configuration(proxyBeanMethods = false)
class OverdueTasksSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** One run ends after so many batches; the rest waits for the next. */
    private static final int MAX_BATCHES = 20;

    @Bean
    Task<Void> tellOverdueTasks(ObjectProvider<OverdueTasks> tasks) {
        // Asked for late, since letters need the scheduler that runs this. Each batch has a transaction of its own.
        return Tasks.recurring("tell-overdue-tasks", FixedDelay.of(PAUSE)).execute((instance, context) ->
                IntStream.range(0, MAX_BATCHES).map(batch -> tasks.getObject().tellBatch())
                        .anyMatch(told -> told < OverdueTasks.BATCH));
    }
}
