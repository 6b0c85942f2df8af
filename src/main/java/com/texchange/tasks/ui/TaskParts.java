package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.MenuCount;
import com.texchange.common.ui.UserMenuEntry;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.Tasks;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the home page and the menus show of tasks. */
@Configuration(proxyBeanMethods = false)
class TaskParts {

    private static final Set<Role> WHO_HAS_TASKS = Set.of(Role.SALES, Role.DISTRIBUTOR, Role.SUPPLIER);

    /** The sales department's tasks by due date, overdue ones first. */
    @Bean
    HomePart waitingTasksPart(TaskAgenda agenda, Tasks tasks, Clock clock) {
        return HomePart.of(300, Role.SALES, actor -> new WaitingTasks(agenda, tasks, actor, clock),
                TaskParts::concerns, WaitingTasks::refresh);
    }

    /** How many tasks wait for the person. */
    @Bean
    MenuCount openTasksCount(Tasks tasks) {
        return new MenuCount(Routes.TASKS, WHO_HAS_TASKS, actor -> tasks.openCount(actor, MenuCount.MOST + 1), "tasks.menuCount",
                TaskParts::concerns);
    }

    @Bean
    UserMenuEntry notificationsEntry() {
        return new UserMenuEntry("tasks.settings", Routes.SETTINGS, WHO_HAS_TASKS);
    }

    private static boolean concerns(Change change, Actor actor) {
        return change.topic() == Change.Topic.TASKS && actor.groups().contains(change.id());
    }
}
