package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inbox: a list of tasks and, beside it or on narrow screens over it, the one that is open. The address holds the
 * open task ({@code tasks/<key>}) and the filter ({@code ?show=mine}).
 */
@Route("tasks")
@RolesAllowed({"SALES", "DISTRIBUTOR"})
@Menu(title = "tasks.title", order = 10, icon = "vaadin:tasks")
class TasksView extends Composite<MasterDetailLayout> implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final String SHOW = "show";

    private final Inbox inbox;
    private final Tasks tasks;
    private final TaskForms forms;
    private final Clock clock;
    private final Actor actor;
    private final TaskGrid grid;
    private final Select<TaskFilter> filter = new Select<>();
    /** Key of the task that the address names, shown or not. */
    private @Nullable Long opened;
    private @Nullable TaskDetail detail;

    TasksView(Inbox inbox, Tasks tasks, TaskForms forms, ChangeFeed changes, CurrentActor currentActor, Clock clock) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.forms = forms;
        this.clock = clock;
        this.actor = currentActor.get();
        this.grid = new TaskGrid(inbox, actor, clock, task -> open(task == null ? null : task.key()));
        addClassName("tasks-view");
        getContent().setSizeFull();
        getContent().setMasterSize("24rem", true);
        getContent().setDetailSize("28rem", true);
        getContent().setOverlaySize("100%");
        getContent().setMaster(master());
        getContent().addDetailEscapePressListener(escape -> open(null));
        LiveUpdates.follow(this, changes, this::concernsMe, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long taskKey) {
        filter.setValue(event.getLocation().getQueryParameters().getSingleParameter(SHOW)
                .flatMap(TasksView::filterNamed).orElse(TaskFilter.ALL));
        opened = taskKey;
        Optional<UserTask> task = Optional.ofNullable(taskKey).flatMap(key -> inbox.find(key, actor));
        grid.mark(task.orElse(null));
        if (taskKey == null) {
            show(null);
        } else {
            task.ifPresentOrElse(this::showTask, () -> showGone(TaskGone.STALE));
        }
    }

    private VerticalLayout master() {
        filter.setItems(TaskFilter.values());
        filter.setItemLabelGenerator(value -> getTranslation("tasks.filter." + value.name()));
        filter.setAriaLabel(getTranslation("tasks.filter"));
        filter.setValue(TaskFilter.ALL);
        filter.addValueChangeListener(change -> {
            grid.showFilter(change.getValue());
            if (change.isFromClient()) {
                open(null);
            }
        });
        HorizontalLayout head = new HorizontalLayout(new PageHeader(getTranslation("tasks.title")), filter);
        head.addClassName("tasks-head");
        VerticalLayout master = new VerticalLayout(head, grid);
        master.addClassName("tasks-master");
        master.setPadding(false);
        master.setSpacing(false);
        master.setSizeFull();
        return master;
    }

    private void open(@Nullable Long taskKey) {
        QueryParameters show = filter.getValue() == TaskFilter.ALL ? QueryParameters.empty()
                : QueryParameters.of(SHOW, filter.getValue().name().toLowerCase(Locale.ROOT));
        String path = taskKey == null ? "tasks" : "tasks/" + taskKey;
        getUI().ifPresent(ui -> ui.navigate(path, show));
    }

    private void refresh() {
        grid.getLazyDataView().refreshAll();
        refreshDetail();
    }

    /** The open task as it is now; one that has been closed meanwhile gives way to the next. */
    private void refreshDetail() {
        if (opened == null) {
            return;
        }
        Optional<UserTask> task = inbox.find(opened, actor);
        task.ifPresent(this::showTask);
        if (task.isEmpty() && detail != null) {
            grid.mark(null);
            showGone(TaskGone.CLOSED);
        }
    }

    private void showTask(UserTask task) {
        if (detail != null && detail.taskKey() == task.key()) {
            detail.update(task);
        } else {
            show(new TaskDetail(task, forms, actor, clock, new DetailCommands()));
        }
    }

    private void show(@Nullable TaskDetail next) {
        detail = next;
        getContent().setDetail(next);
    }

    private void showGone(String reason) {
        detail = null;
        getContent().setDetail(new TaskGone(reason, inbox.next(actor), this::open));
    }

    private boolean concernsMe(Change change) {
        return change.topic() == Change.Topic.TASKS
                && (actor.groups().contains(change.id()) || actor.id().toString().equals(change.id()));
    }

    private static Optional<TaskFilter> filterNamed(String name) {
        return Arrays.stream(TaskFilter.values())
                .filter(value -> value.name().equalsIgnoreCase(name)).findFirst();
    }

    /** What the detail asks for; what the business refuses is told, and the page then shows how things stand. */
    private final class DetailCommands implements TaskDetail.Commands {

        @Override
        public void claim(UserTask task) {
            run(() -> tasks.claim(task.key(), actor));
        }

        @Override
        public void release(UserTask task) {
            run(() -> tasks.release(task.key(), actor));
        }

        @Override
        public void close() {
            open(null);
        }

        @Override
        public void formLeft() {
            boolean undecided = detail != null && inbox.find(detail.taskKey(), actor)
                    .filter(task -> task.state() == UserTask.State.OPEN).isPresent();
            if (undecided) {
                open(null);
            } else {
                refresh();
            }
        }

        private void run(Runnable command) {
            try {
                command.run();
            } catch (RefusedException e) {
                Notices.refused(e);
            }
            refresh();
        }
    }
}
