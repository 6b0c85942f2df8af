package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of the inbox: what is to be done, for whom, until when, and who has taken it. */
class TaskGrid extends Grid<UserTask> {

    static final String TASK = "task";
    static final String DUE = "due";

    private final Actor actor;
    private final Clock clock;
    private TaskFilter filter = TaskFilter.ALL;
    private boolean selecting;

    /** @param opened hears what the person chooses; null when the choice is taken back */
    TaskGrid(Inbox inbox, Actor actor, Clock clock, Consumer<@Nullable UserTask> opened) {
        super(UserTask.class, false);
        this.actor = actor;
        this.clock = clock;
        addClassName("task-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addColumn(taskRenderer()).setKey(TASK).setHeader(getTranslation("tasks.column.task")).setFlexGrow(1);
        addColumn(dueRenderer()).setKey(DUE).setHeader(getTranslation("tasks.column.due"))
                .setFlexGrow(0).setWidth("12rem");
        setItems(query -> inbox.page(actor, filter, query.getOffset(), query.getLimit()).stream());
        getLazyDataView().setIdentifierProvider(UserTask::key);
        showFilter(TaskFilter.ALL);
        setSizeFull();
        asSingleSelect().addValueChangeListener(change -> {
            if (!selecting) {
                opened.accept(change.getValue());
            }
        });
    }

    /** Shows other tasks and says, should there be none, what to do. */
    void showFilter(TaskFilter chosen) {
        filter = chosen;
        String empty = chosen == TaskFilter.ALL ? "tasks.empty" : "tasks.emptyFilter";
        setEmptyStateComponent(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation(empty + ".title"),
                getTranslation(empty + ".text")));
        getLazyDataView().refreshAll();
    }

    /** Marks the task that the page has open, without opening it again. */
    void mark(@Nullable UserTask task) {
        selecting = true;
        try {
            asSingleSelect().setValue(task);
        } finally {
            selecting = false;
        }
    }

    private Renderer<UserTask> taskRenderer() {
        return LitRenderer.<UserTask>of("""
                <div class="task-cell"><span class="task-title">${item.title}</span>
                <span class="task-subject">${item.subject}</span></div>""")
                .withProperty("title", task -> getTranslation(titleKey(task)))
                .withProperty("subject", UserTask::subject);
    }

    private Renderer<UserTask> dueRenderer() {
        return LitRenderer.<UserTask>of("""
                <div class="task-cell"><span class="${item.overdue ? 'task-overdue' : ''}" title="${item.dueAt}"
                >${item.due}</span><span class="task-subject">${item.claimed}</span></div>""")
                .withProperty("due", task -> task.dueAt() == null ? "" : due(task.dueAt()).text())
                .withProperty("dueAt", task -> DateTimes.dateTime(task.dueAt()))
                .withProperty("overdue", task -> task.dueAt() != null && due(task.dueAt()).overdue())
                .withProperty("claimed", this::claimed);
    }

    private String claimed(UserTask task) {
        if (task.state() == UserTask.State.SUBMITTED) {
            return getTranslation("tasks.state.processing");
        }
        if (task.assignee() == null) {
            return getTranslation("tasks.claimed.nobody");
        }
        return task.assignee().equals(actor.id())
                ? getTranslation("tasks.claimed.me")
                : getTranslation("tasks.claimed.other", task.assigneeName());
    }

    private DueText due(Instant dueAt) {
        return DueText.of(dueAt, Instant.now(clock));
    }

    static String titleKey(UserTask task) {
        return "task." + task.elementId() + ".title";
    }
}
