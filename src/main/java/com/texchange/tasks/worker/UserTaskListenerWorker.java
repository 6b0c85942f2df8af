package com.texchange.tasks.worker;

import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import java.util.Map;

/** Projects one kind of event of all user tasks. */
class UserTaskListenerWorker implements ProcessWorker {

    private final ListenerEvent event;
    private final UserTaskProjection projection;

    UserTaskListenerWorker(ListenerEvent event, UserTaskProjection projection) {
        this.event = event;
        this.projection = projection;
    }

    @Override
    public String jobType() {
        return event.jobType();
    }

    @Override
    public Map<String, Object> handle(ProcessJob job) {
        projection.apply(event, job);
        return Map.of();
    }
}
