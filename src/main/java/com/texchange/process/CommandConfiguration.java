package com.texchange.process;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the waiting commands known to db-scheduler. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    private static final Duration AFTER_AN_UNFORESEEN_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<EngineCommand> engineCommandTask(CommandExecution execution) {
        return Tasks.custom(CommandExecution.TASK)
                // The execution handles what the engine answers; here arrive only unreadable data and database failures.
                .onFailure((complete, operations) -> operations.reschedule(complete,
                        complete.getTimeDone().plus(AFTER_AN_UNFORESEEN_FAILURE)))
                .onDeadExecutionRevive()
                .execute((task, context) -> execution.run(context.getExecution(), task.getData()));
    }
}
