package com.texchange.tasks.worker;

import com.texchange.tasks.UserTask;

/** What the engine tells of a user task, each by a job type of its own, and the state that the task then has here. */
enum ListenerEvent {
    CREATING("user-task-creating", UserTask.State.OPEN),
    ASSIGNING("user-task-assigning", UserTask.State.OPEN),
    UPDATING("user-task-updating", UserTask.State.OPEN),
    /** Another listener could still deny it; none of this product does, and any later event opens the task again. */
    COMPLETING("user-task-completing", UserTask.State.COMPLETED),
    CANCELING("user-task-canceling", UserTask.State.CANCELED);

    private final String jobType;
    private final UserTask.State state;

    ListenerEvent(String jobType, UserTask.State state) {
        this.jobType = jobType;
        this.state = state;
    }

    String jobType() {
        return jobType;
    }

    UserTask.State state() {
        return state;
    }
}
