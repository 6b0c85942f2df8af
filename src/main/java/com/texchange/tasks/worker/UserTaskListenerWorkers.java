package com.texchange.tasks.worker;

import com.texchange.process.ProcessWorker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One worker a listener event: the job type is all that tells the events apart. */
@Configuration(proxyBeanMethods = false)
class UserTaskListenerWorkers {

    @Bean
    ProcessWorker userTaskCreatingWorker(UserTaskProjection projection) {
        return new UserTaskListenerWorker(ListenerEvent.CREATING, projection);
    }

    @Bean
    ProcessWorker userTaskAssigningWorker(UserTaskProjection projection) {
        return new UserTaskListenerWorker(ListenerEvent.ASSIGNING, projection);
    }

    @Bean
    ProcessWorker userTaskUpdatingWorker(UserTaskProjection projection) {
        return new UserTaskListenerWorker(ListenerEvent.UPDATING, projection);
    }

    @Bean
    ProcessWorker userTaskCompletingWorker(UserTaskProjection projection) {
        return new UserTaskListenerWorker(ListenerEvent.COMPLETING, projection);
    }

    @Bean
    ProcessWorker userTaskCancelingWorker(UserTaskProjection projection) {
        return new UserTaskListenerWorker(ListenerEvent.CANCELING, projection);
    }
}
