package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Routes;
import com.texchange.common.ui.MenuCount;
import com.texchange.tasks.Tasks;
import org.springframework.stereotype.Component;

/** How many tasks wait for the person, beside «Задачи». */
@Component
class OpenTasksCount implements MenuCount {

    private final Tasks tasks;

    OpenTasksCount(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String path() {
        return Routes.TASKS;
    }

    @Override
    public boolean suits(Actor actor) {
        return !actor.groups().isEmpty();
    }

    @Override
    public int count(Actor actor) {
        return tasks.openCount(actor);
    }

    @Override
    public String messageKey() {
        return "tasks.menuCount";
    }

    @Override
    public boolean concerns(Change change, Actor actor) {
        return change.topic() == Change.Topic.TASKS && actor.groups().contains(change.id());
    }
}
