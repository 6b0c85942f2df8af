package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task: what it is about, who does it, the form to do it, and what colleagues say about it. */
class TaskDetail extends Composite<VerticalLayout> {

    /** What the part below the facts shows; a form stays as it is while this stays, with what was typed in it. */
    private enum Body {
        FORM, CLAIMED_BY_OTHER, PROCESSING, ENDED
    }

    private final TaskForms forms;
    private final Actor actor;
    private final Clock clock;
    private final Commands commands;
    private final H2 title;
    private final Div facts = new Div();
    private final HorizontalLayout buttons = new HorizontalLayout();
    private final Div body = new Div();
    private final TaskNotesPanel notes;
    private final long taskKey;
    private @Nullable Body shown;
    private @Nullable UserTask latest;

    /** What a person can do here besides filling in the form. */
    interface Commands {

        void claim(UserTask task);

        void release(UserTask task);

        /** Chooses a colleague who gets the task. */
        void handOver(UserTask task);

        /** Takes it from the colleague who has it. */
        void takeOver(UserTask task);

        /** Another task that the person can do, whichever comes first. */
        void next();

        /** Back to the list. */
        void close();

        /** The form has been left, with or without a decision. */
        void formLeft();
    }

    TaskDetail(UserTask task, TaskForms forms, TaskNotesPanel notes, Actor actor, Clock clock, Commands commands) {
        this.taskKey = task.key();
        this.forms = forms;
        this.notes = notes;
        this.actor = actor;
        this.clock = clock;
        this.commands = commands;
        addClassName("task-detail");
        getContent().setPadding(false);
        getContent().setSpacing(false);
        facts.addClassName("task-facts");
        body.addClassName("task-body");
        buttons.setWrap(true);
        title = new H2(getTranslation(TaskGrid.titleKey(task.elementId())));
        // Takes the focus when the task is opened, but is no stop of the Tab key.
        title.getElement().setAttribute("tabindex", "-1");
        getContent().add(BackLink.closing(getTranslation("tasks.title"), commands::close), title, facts, buttons, body, notes);
        update(task);
    }

    long taskKey() {
        return taskKey;
    }

    boolean isEnded() {
        return shown == Body.ENDED;
    }

    /** A keyboard goes on in the task; a screen reader says its name. */
    void focusTitle() {
        title.getElement().executeJs("setTimeout(() => this.focus(), 50)");
    }

    /** Shows the task as it is now. */
    final void update(UserTask task) {
        Body wanted = bodyFor(task);
        if (!task.equals(latest)) {
            facts.removeAll();
            facts.add(new TaskFacts(task, Instant.now(clock)));
            buttons.removeAll();
            if (wanted == Body.FORM) {
                buttons.add(claimOrRelease(task), handOver(task));
            }
        }
        // The name in the notice may have changed; a form must not be built anew.
        if (wanted != shown || wanted != Body.FORM) {
            body.removeAll();
            body.add(create(wanted, task));
        }
        shown = wanted;
        latest = task;
        notes.refresh(!task.state().isEnded());
    }

    private Body bodyFor(UserTask task) {
        if (task.state().isEnded()) {
            return Body.ENDED;
        }
        if (task.state() == UserTask.State.SUBMITTED) {
            return Body.PROCESSING;
        }
        return task.isFor(actor.id()) ? Body.FORM : Body.CLAIMED_BY_OTHER;
    }

    private Component create(Body wanted, UserTask task) {
        return switch (wanted) {
            case PROCESSING -> new EmptyState(VaadinIcon.HOURGLASS, getTranslation("tasks.state.processing"),
                    getTranslation("tasks.processing.text"));
            case CLAIMED_BY_OTHER -> claimedByOther(task, task.assigneeName());
            case ENDED -> new EmptyState(VaadinIcon.ARCHIVE, getTranslation(task.state() == UserTask.State.COMPLETED
                    ? "tasks.ended.done" : "tasks.ended.canceled"), ended(task), nextButton());
            case FORM -> forms.find(task.elementId())
                    .map(form -> form.create(task, actor, commands::formLeft))
                    .orElseGet(() -> new Paragraph(getTranslation("tasks.noForm")));
        };
    }

    /** @param name null for somebody of the other house that has the task too */
    private Component claimedByOther(UserTask task, @Nullable String name) {
        String who = name == null ? getTranslation("tasks.outside.claimed") : getTranslation("tasks.claimed.other", name);
        String take = name == null ? getTranslation("tasks.outside.takeOver") : getTranslation("tasks.takeOver", name);
        return new EmptyState(VaadinIcon.USER, who, getTranslation(name == null ? "tasks.outside.text" : "tasks.claimed.text"),
                new Button(take, click -> commands.takeOver(task)));
    }

    private String ended(UserTask task) {
        UserTask.Decision decision = task.decision();
        return decision == null || decision.by() == null
                ? getTranslation("tasks.ended.at", DateTimes.dateTime(task.endedAt()))
                : getTranslation("tasks.ended.decidedBy", decision.by(), DateTimes.dateTime(decision.at()));
    }

    private Button nextButton() {
        return new Button(getTranslation("tasks.next"), click -> commands.next());
    }

    private Button claimOrRelease(UserTask task) {
        return task.assignee() == null
                ? new Button(getTranslation("tasks.claim"), click -> commands.claim(task))
                : new Button(getTranslation("tasks.release"), click -> commands.release(task));
    }

    private Button handOver(UserTask task) {
        Button give = new Button(getTranslation("tasks.handover"), click -> commands.handOver(task));
        give.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return give;
    }
}
