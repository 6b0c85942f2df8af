package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DueText;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.HomeList;
import com.texchange.common.ui.HomeSection;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The first of the tasks that wait for a person, each leading to its page, and the way to all. */
class WaitingTasks extends HomeSection {

    private static final int MOST_LINES = 8;
    private final transient TaskAgenda agenda;
    private final transient Tasks tasks;
    private final transient Actor actor;
    private final transient Clock clock;

    WaitingTasks(TaskAgenda agenda, Tasks tasks, Actor actor, Clock clock) {
        super(UI.getCurrent().getTranslation("tasks.home"));
        this.agenda = agenda;
        this.tasks = tasks;
        this.actor = actor;
        this.clock = clock;
        setWide();
    }

    void refresh() {
        List<UserTask> waiting = agenda.waiting(actor, MOST_LINES);
        if (waiting.isEmpty()) {
            show(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("tasks.home.none"),
                    getTranslation("tasks.home.noneText")));
            return;
        }
        HomeList list = new HomeList();
        waiting.forEach(task -> line(list, task));
        Anchor all = new Anchor(Routes.ALL_TASKS, getTranslation("tasks.home.all", tasks.openCount(actor)));
        all.addClassName("quiet-link");
        show(list, all);
    }

    private void line(HomeList list, UserTask task) {
        Anchor name = new Anchor(Routes.of(Routes.TASKS, task.key()), getTranslation(TaskGrid.titleKey(task.elementId())));
        list.line(name, task.subject(), task.dueAt() == null ? null : DueText.of(task.dueAt(), Instant.now(clock)));
    }
}
