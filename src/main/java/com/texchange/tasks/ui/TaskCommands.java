package com.texchange.tasks.ui;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.Windows;
import com.texchange.tasks.TaskHandover;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

/** Carries out what a person asks for in an open task; a refusal is told, and the page then shows how things stand. */
class TaskCommands implements TaskDetail.Commands {

    private final Tasks tasks;
    private final TaskHandover handover;
    private final Actor actor;
    private final Page page;

    /** The page that shows the task. */
    interface Page {

        void refresh();

        /** @param taskKey null for the list alone */
        void open(@Nullable Long taskKey);

        void openNext();

        /** For who does not see what has changed. */
        void say(String translated);

        void formLeft();
    }

    TaskCommands(Tasks tasks, TaskHandover handover, Actor actor, Page page) {
        this.tasks = tasks;
        this.handover = handover;
        this.actor = actor;
        this.page = page;
    }

    @Override
    public void claim(UserTask task) {
        run(() -> tasks.claim(task.key(), actor), text("tasks.said.claimed", task.subject()));
    }

    @Override
    public void release(UserTask task) {
        run(() -> tasks.release(task.key(), actor), text("tasks.said.released", task.subject()));
    }

    @Override
    public void handOver(UserTask task) {
        new HandoverDialog(handover.colleagues(task.key(), actor), colleague -> {
            String told = text("tasks.said.handedOver", colleague.name());
            if (run(() -> handover.reassign(task.key(), colleague.id(), actor), told)) {
                Notices.success(told);
            }
        }).open();
    }

    @Override
    public void takeOver(UserTask task) {
        AccountId holder = task.assignee();
        if (holder == null) {
            return;
        }
        String name = task.assigneeName();
        Windows.ask(name == null ? text("tasks.outside.takeOver") : text("tasks.takeOver", name),
                name == null ? text("tasks.outside.takeOver.text") : text("tasks.takeOver.text", name), text("tasks.takeOver.confirm"),
                () -> run(() -> handover.takeOver(task.key(), holder, actor), text("tasks.said.claimed", task.subject())));
    }

    @Override
    public void next() {
        page.openNext();
    }

    @Override
    public void close() {
        page.open(null);
    }

    @Override
    public void formLeft() {
        page.formLeft();
    }

    /** @return whether the business did not refuse */
    private boolean run(Runnable command, String done) {
        boolean accepted = true;
        try {
            command.run();
            page.say(done);
        } catch (RefusedException e) {
            Notices.refused(e);
            accepted = false;
        }
        page.refresh();
        return accepted;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
