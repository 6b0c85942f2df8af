package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.tasks.BulkClaims;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.InboxSettings;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inbox: a list of tasks and, beside it or on narrow screens over it, the one that is open, which may be done. The address
 * holds the open task and what the list shows, see {@link TaskAddress}; without the latter the list shows what the person chose last.
 */
@Route(Routes.TASKS)
@RolesAllowed({"SALES", "DISTRIBUTOR", "SUPPLIER"})
@Menu(title = "tasks.title", order = 10, icon = "vaadin:tasks")
class TasksView extends Composite<MasterDetailLayout> implements HasUrlParameter<Long>, HasDynamicTitle {

    private final Inbox inbox;
    private final InboxSettings settings;
    private final TaskDetails details;
    private final TaskCommands commands;
    private final Actor actor;
    private final TaskList list;
    /** Key of the task that the address names, shown or not. */
    private @Nullable Long opened;
    private @Nullable TaskDetail detail;
    /** Whether the person is opening or closing a task here, so that the focus goes along. */
    private boolean focusFollows;

    TasksView(Inbox inbox, InboxSettings settings, BulkClaims bulk, TaskDetails details, ChangeFeed changes,
            CurrentActor currentActor, Clock clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.details = details;
        this.actor = currentActor.get();
        this.list = new TaskList(inbox, bulk, actor, clock, task -> open(task == null ? null : task.key()), this::choose);
        this.commands = details.commands(actor, new Navigation());
        addClassName("tasks-view");
        getContent().setSizeFull();
        getContent().setMasterSize("min(100%, 24rem)", true);
        getContent().setDetailSize("min(100%, 28rem)", true);
        getContent().setOverlaySize("100%");
        getContent().setMaster(list);
        getContent().addDetailEscapePressListener(escape -> open(null));
        LiveUpdates.follow(this, changes, this::concernsMe, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long taskKey) {
        Optional<TaskQuery> named = TaskAddress.parse(event.getLocation().getQueryParameters(), details::isKind);
        // An address that the person comes back to said nothing because the list was as usual.
        TaskQuery query = named.orElseGet(() -> event.getTrigger() == NavigationTrigger.HISTORY ? TaskQuery.DEFAULT : kept());
        opened = taskKey;
        if (named.isEmpty() && !query.equals(TaskQuery.DEFAULT)) {
            writeAddress(event.getUI(), query);
        }
        list.show(query);
        Optional<UserTask> task = Optional.ofNullable(taskKey).flatMap(this::find);
        list.mark(task.orElse(null));
        if (taskKey == null) {
            show(null);
        } else {
            task.ifPresentOrElse(this::showTask, () -> showGone(TaskGone.STALE));
        }
        moveFocus();
    }

    /** The address then says what the page shows, and can be given to a colleague. */
    private void writeAddress(UI ui, TaskQuery query) {
        ui.getPage().getHistory().replaceState(null, new Location(TaskAddress.path(opened), parameters(query)));
    }

    private Optional<UserTask> find(long key) {
        return inbox.find(key, actor).or(() -> inbox.findDone(key, actor));
    }

    private void moveFocus() {
        if (focusFollows && detail != null) {
            detail.focusTitle();
        } else if (focusFollows && opened == null) {
            list.focusLine();
        }
        focusFollows = false;
    }

    /**
     * Another choice of tasks closes the open one, which may be none of them. A search leaves it, and what is being typed in it, as it
     * is: it is told once the person pauses, so it may come behind the click that has opened the task.
     */
    private void choose(TaskQuery query) {
        keep(list.query(), query);
        if (opened != null && query.equals(list.query().searching(query.text()))) {
            list.show(query);
            getUI().ifPresent(ui -> writeAddress(ui, query));
        } else {
            navigate(null, query);
        }
    }

    /**
     * Only what the person has changed: what a link shows is no choice of who goes on to search there. What is done is looked up; whoever comes
     * again wants to see what is to be done.
     */
    private void keep(TaskQuery before, TaskQuery chosen) {
        TaskQuery last = kept();
        boolean others = chosen.show() != before.show() && chosen.show() != TaskFilter.DONE;
        TaskQuery next = new TaskQuery(others ? chosen.show() : last.show(),
                Objects.equals(chosen.element(), before.element()) ? last.element() : chosen.element(), "",
                chosen.sort() == before.sort() ? last.sort() : chosen.sort());
        if (!next.equals(last)) {
            settings.save(next, actor);
        }
    }

    /** Of a kind that another version of the application has stored, only the order. */
    private TaskQuery kept() {
        TaskQuery last = settings.last(actor);
        return last.element() == null || details.isKind(last.element()) ? last : TaskQuery.DEFAULT.sorted(last.sort());
    }

    private void open(@Nullable Long taskKey) {
        focusFollows = true;
        navigate(taskKey, list.query());
    }

    private void navigate(@Nullable Long taskKey, TaskQuery query) {
        getUI().ifPresent(ui -> ui.navigate(TaskAddress.path(taskKey), parameters(query)));
    }

    /** An address that says nothing shows what is kept. */
    private QueryParameters parameters(TaskQuery query) {
        return query.equals(TaskQuery.DEFAULT) && !kept().equals(query) ? TaskAddress.all() : TaskAddress.parameters(query);
    }

    private void refresh() {
        list.refresh();
        refreshDetail();
    }

    /** The open task as it is now; one that has been closed meanwhile gives way to the next. */
    private void refreshDetail() {
        if (opened == null || detail == null) {
            return;
        }
        Optional<UserTask> task = detail.isEnded() ? inbox.findDone(opened, actor) : inbox.find(opened, actor);
        task.ifPresentOrElse(this::showTask, () -> {
            list.mark(null);
            showGone(TaskGone.CLOSED);
        });
    }

    private void showTask(UserTask task) {
        if (detail != null && detail.taskKey() == task.key()) {
            detail.update(task);
        } else {
            show(details.of(task, actor, commands));
        }
    }

    private void show(@Nullable TaskDetail next) {
        detail = next;
        getContent().setDetail(next);
    }

    /** What was decided stays until the person goes on; the list shows how things stand. */
    private void showDone() {
        Optional<UserTask> decided = Optional.ofNullable(opened).flatMap(this::find);
        list.refresh();
        if (decided.isEmpty()) {
            showGone(TaskGone.CLOSED);
            return;
        }
        Runnable forward = settings.switches(actor).openNext() && next().isPresent() ? commands::next : null;
        TaskDone done = details.done(decided.get(), actor, () -> open(null), forward);
        detail = null;
        getContent().setDetail(done);
        done.focusTitle();
    }

    private void showGone(String reason) {
        detail = null;
        getContent().setDetail(new TaskGone(reason, next(), this::open));
    }

    /** Of the tasks in the list, or else of all. */
    private Optional<UserTask> next() {
        return inbox.next(actor, list.query()).or(() -> inbox.next(actor));
    }

    private boolean concernsMe(Change change) {
        return change.topic() == Change.Topic.TASKS
                && (actor.groups().contains(change.id()) || actor.id().toString().equals(change.id()));
    }

    /** Where the commands lead. */
    private final class Navigation implements TaskCommands.Page {

        @Override
        public void refresh() {
            TasksView.this.refresh();
        }

        @Override
        public void open(@Nullable Long taskKey) {
            TasksView.this.open(taskKey);
        }

        @Override
        public void openNext() {
            TasksView.this.open(next().map(UserTask::key).orElse(null));
        }

        @Override
        public void say(String translated) {
            list.say(translated);
        }

        @Override
        public void formLeft() {
            boolean undecided = opened != null && inbox.find(opened, actor)
                    .filter(task -> task.state() == UserTask.State.OPEN).isPresent();
            if (undecided) {
                TasksView.this.open(null);
                return;
            }
            showDone();
        }
    }
}
