package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.TaskHandover;
import com.texchange.tasks.TaskNotes;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the page of tasks shows of one task, and what can be done with it. */
@Component
class TaskDetails {

    private final TaskForms forms;
    private final TaskNotes notes;
    private final Tasks tasks;
    private final TaskHandover handover;
    private final Clock clock;

    TaskDetails(TaskForms forms, TaskNotes notes, Tasks tasks, TaskHandover handover, Clock clock) {
        this.forms = forms;
        this.notes = notes;
        this.tasks = tasks;
        this.handover = handover;
        this.clock = clock;
    }

    /** Whether there is such a kind of tasks, by the id of its element. */
    boolean isKind(String element) {
        return forms.find(element).isPresent();
    }

    TaskCommands commands(Actor actor, TaskCommands.Page page) {
        return new TaskCommands(tasks, handover, actor, page);
    }

    /** What a person has just decided, with the way on. @param next null to offer none */
    TaskDone done(UserTask task, Actor actor, Runnable back, @Nullable Runnable next) {
        return new TaskDone(task, forms.find(task.elementId()).map(form -> form.result(task, actor)).orElse(List.of()),
                back, next);
    }

    TaskDetail of(UserTask task, Actor actor, TaskCommands commands) {
        return new TaskDetail(task, forms, new TaskNotesPanel(notes, actor, task.key()), actor, clock, commands);
    }
}
