package com.texchange.tasks.worker;

import com.texchange.process.ProcessWorker;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One worker a listener event: the job type is all that tells the events apart. */
@Configuration(proxyBeanMethods = false)
class UserTaskListenerWorkers {

    @Bean
    ProcessWorker userTaskCreatingWorker(UserTaskProjection projection) {
        return ProcessWorker.of(ListenerEvent.CREATING.jobType(), job -> {
            UserTaskHeaders task = UserTaskHeaders.of(job);
            Instant due = projection.create(job, task);
            return due == null || due.equals(task.dueAt()) ? Map.of() : Map.of(ProcessWorker.DUE_DATE, due.toString());
        });
    }

    @Bean
    ProcessWorker userTaskAssigningWorker(UserTaskProjection projection) {
        return projecting(ListenerEvent.ASSIGNING, projection);
    }

    @Bean
    ProcessWorker userTaskUpdatingWorker(UserTaskProjection projection) {
        return projecting(ListenerEvent.UPDATING, projection);
    }

    @Bean
    ProcessWorker userTaskCompletingWorker(UserTaskProjection projection) {
        return projecting(ListenerEvent.COMPLETING, projection);
    }

    @Bean
    ProcessWorker userTaskCancelingWorker(UserTaskProjection projection) {
        return projecting(ListenerEvent.CANCELING, projection);
    }

    private static ProcessWorker projecting(ListenerEvent event, UserTaskProjection projection) {
        return ProcessWorker.withoutResult(event.jobType(), job -> projection.apply(event, job, UserTaskHeaders.of(job)));
    }
}
