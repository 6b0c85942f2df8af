package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DueText;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.tasks.BulkClaims;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The list of the inbox: what is to be done, for whom, until when, and who has taken it. A line is opened by a click or
 * by Enter; free ones can be marked to be taken together.
 */
@Uses(Checkbox.class)
class TaskGrid extends Grid<UserTask> {

    static final String CHOICE = "choice";
    static final String TASK = "task";
    static final String DUE = "due";

    /** Pixels below which the term has no column beside the task. */
    private static final int TWO_COLUMNS = 520;
    /** The grid's own key to open a line is Space; in a list of things to open people press Enter. */
    private static final String OPEN_BY_ENTER = """
            this.addEventListener('keydown', event => {
              if (event.key !== 'Enter' || event.defaultPrevented || this.hasAttribute('interacting')) return;
              const context = this.getEventContext(event);
              if (context.section !== 'body' || !context.item) return;
              const cell = event.composedPath().find(node => node.localName === 'td');
              if (cell?._content?.querySelector('vaadin-checkbox')) return;
              event.preventDefault();
              event.stopPropagation();
              this.activeItem = context.item;
            }, true);""";
    private static final String FOCUS_LINE = """
            setTimeout(() => this.shadowRoot?.querySelector('#items [tabindex="0"]')?.focus(), 50)""";

    private final Inbox inbox;
    private final Actor actor;
    private final Clock clock;
    private final Runnable choiceChanged;
    private final Set<Long> chosen = new LinkedHashSet<>();
    private final Checkbox chooseAll = new Checkbox();
    private TaskQuery query = TaskQuery.DEFAULT;
    private boolean selecting;

    /**
     * @param opened        hears what the person opens; null when that is taken back
     * @param choiceChanged runs when a task is marked or not any more
     */
    TaskGrid(Inbox inbox, Actor actor, Clock clock, Consumer<@Nullable UserTask> opened, Runnable choiceChanged) {
        super(UserTask.class, false);
        this.inbox = inbox;
        this.actor = actor;
        this.clock = clock;
        this.choiceChanged = choiceChanged;
        addClassName("task-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addColumn(choiceRenderer()).setKey(CHOICE).setHeader(chooseAllBox()).setFlexGrow(0).setWidth("3.5rem")
                .setPartNameGenerator(task -> "choice-cell");
        getColumnByKey(CHOICE).setHeaderPartName("choice-cell");
        addColumn(taskRenderer()).setKey(TASK).setHeader(getTranslation("tasks.column.task")).setFlexGrow(1);
        addColumn(dueRenderer()).setKey(DUE).setHeader(getTranslation("tasks.column.due"))
                .setFlexGrow(0).setWidth("9.5rem");
        setItems(page -> inbox.page(actor, query, page.getOffset(), page.getLimit()).stream());
        getLazyDataView().setIdentifierProvider(UserTask::key);
        getElement().setAttribute("aria-label", getTranslation("tasks.list"));
        setSizeFull();
        asSingleSelect().addValueChangeListener(change -> {
            if (!selecting) {
                opened.accept(change.getValue());
            }
        });
        addAttachListener(attach -> getElement().executeJs(OPEN_BY_ENTER));
        // The task's cell then says when as well.
        NarrowScreen.followOwn(this, TWO_COLUMNS, narrow -> {
            getColumnByKey(DUE).setVisible(!narrow);
            setClassName("one-column", narrow);
        });
    }

    /** Shows other tasks; what was marked among those before is not any more. */
    void show(TaskQuery shown) {
        query = shown;
        boolean done = shown.show() == TaskFilter.DONE;
        getColumnByKey(CHOICE).setVisible(!done && shown.show() != TaskFilter.MINE);
        getColumnByKey(DUE).setHeader(getTranslation(done ? "tasks.column.done" : "tasks.column.due"));
        forgetChoice();
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

    /** Keys of the tasks to be taken together. */
    Set<Long> chosen() {
        return Set.copyOf(chosen);
    }

    final void forgetChoice() {
        chosen.clear();
        chooseAll.setValue(false);
        choiceChanged.run();
    }

    /** Gives the focus back to the line that had it. */
    void focusLine() {
        getElement().executeJs(FOCUS_LINE);
    }

    private Checkbox chooseAllBox() {
        chooseAll.setAriaLabel(getTranslation("tasks.choose.all", BulkClaims.MAX));
        chooseAll.setTooltipText(getTranslation("tasks.choose.all", BulkClaims.MAX));
        chooseAll.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.clear();
                if (change.getValue()) {
                    inbox.page(actor, query, 0, Inbox.MAX_PAGE).stream().filter(TaskGrid::isFree)
                            .limit(BulkClaims.MAX).map(UserTask::key).forEach(chosen::add);
                }
                getLazyDataView().refreshAll();
                choiceChanged.run();
            }
        });
        return chooseAll;
    }

    private void choose(UserTask task, boolean taken) {
        if (!taken) {
            chosen.remove(task.key());
        } else if (isFree(task) && chosen.size() < BulkClaims.MAX) {
            chosen.add(task.key());
        }
        getLazyDataView().refreshItem(task);
        choiceChanged.run();
    }

    private static boolean isFree(UserTask task) {
        return task.state() == UserTask.State.OPEN && task.assignee() == null;
    }

    private Renderer<UserTask> choiceRenderer() {
        return LitRenderer.<UserTask>of("""
                ${item.free ? html`<vaadin-checkbox .checked="${item.chosen}" accessible-name="${item.label}"
                @change="${event => { choose(event.target.checked);
                    event.target.checked = event.target.checked && !item.full; }}"></vaadin-checkbox>` : ''}""")
                // Lit does not set what it has set before: one too many must be unticked where it was ticked.
                .withProperty("full", task -> chosen.size() >= BulkClaims.MAX && !chosen.contains(task.key()))
                .withProperty("free", TaskGrid::isFree)
                .withProperty("chosen", task -> chosen.contains(task.key()))
                .withProperty("label", task -> getTranslation("tasks.choose", task.subject()))
                .withFunction("choose", (task, arguments) -> choose(task, arguments.get(0).asBoolean()));
    }

    private Renderer<UserTask> taskRenderer() {
        return LitRenderer.<UserTask>of("""
                <div class="task-cell"><span class="task-title">${item.title}</span>
                <span class="task-subject">${item.subject}</span>
                ${item.priority || item.comments ? html`<span class="task-marks">
                ${item.priority ? html`<span class="task-priority">${item.priority}</span>` : ''}
                ${item.comments ? html`<span class="task-comments">${item.comments}</span>` : ''}</span>` : ''}
                <span class="task-subject task-when"><span class="${item.overdue ? 'task-overdue' : ''}">${item.due}</span>
                <span>${item.claimed}</span></span></div>""")
                .withProperty("due", this::when)
                .withProperty("overdue", this::isOverdue)
                .withProperty("claimed", this::claimed)
                .withProperty("title", task -> getTranslation(titleKey(task.elementId())))
                .withProperty("subject", UserTask::subject)
                .withProperty("priority", this::priority)
                .withProperty("comments", task -> task.comments() == 0 ? ""
                        : getTranslation("tasks.comments.count", task.comments()));
    }

    private String priority(UserTask task) {
        if (task.priority() == UserTask.NORMAL_PRIORITY) {
            return "";
        }
        return getTranslation(task.priority() > UserTask.NORMAL_PRIORITY ? "tasks.priority.high" : "tasks.priority.low");
    }

    private Renderer<UserTask> dueRenderer() {
        return LitRenderer.<UserTask>of("""
                <div class="task-cell"><span class="${item.overdue ? 'task-overdue' : ''}" title="${item.dueAt}"
                >${item.due}</span><span class="task-subject">${item.claimed}</span></div>""")
                .withProperty("due", this::when)
                .withProperty("dueAt", task -> DateTimes.dateTime(task.endedAt() != null ? task.endedAt() : task.dueAt()))
                .withProperty("overdue", this::isOverdue)
                .withProperty("claimed", this::claimed);
    }

    private String when(UserTask task) {
        if (task.endedAt() != null) {
            return DateTimes.date(task.endedAt());
        }
        return task.dueAt() == null ? "" : due(task.dueAt()).text();
    }

    private boolean isOverdue(UserTask task) {
        return task.endedAt() == null && task.dueAt() != null && due(task.dueAt()).overdue();
    }

    private String claimed(UserTask task) {
        if (task.state().isEnded()) {
            return outcome(task);
        }
        if (task.state() == UserTask.State.SUBMITTED) {
            return getTranslation("tasks.state.processing");
        }
        if (task.assignee() == null) {
            return getTranslation("tasks.claimed.nobody");
        }
        if (task.assignee().equals(actor.id())) {
            return getTranslation("tasks.claimed.me");
        }
        return task.assigneeName() == null ? getTranslation("tasks.outside.claimed")
                : getTranslation("tasks.claimed.other", task.assigneeName());
    }

    private String outcome(UserTask task) {
        if (task.state() == UserTask.State.CANCELED) {
            return getTranslation("tasks.outcome.canceled");
        }
        UserTask.Decision decision = task.decision();
        return decision == null || decision.by() == null ? getTranslation("tasks.outcome.done")
                : getTranslation("tasks.outcome.doneBy", decision.by());
    }

    private DueText due(Instant dueAt) {
        return DueText.of(dueAt, Instant.now(clock));
    }

    static String titleKey(String elementId) {
        return "task." + elementId + ".title";
    }
}
