package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.tasks.TaskForms;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task: what it is about, who does it, and the form to do it. */
class TaskDetail extends Composite<VerticalLayout> {

    /** What the part below the facts shows; a form stays as it is while this stays, with what was typed in it. */
    private enum Body {
        FORM, CLAIMED_BY_OTHER, PROCESSING
    }

    private final TaskForms forms;
    private final Actor actor;
    private final Clock clock;
    private final Commands commands;
    private final Div facts = new Div();
    private final HorizontalLayout buttons = new HorizontalLayout();
    private final Div body = new Div();
    private final long taskKey;
    private @Nullable Body shown;

    /** What a person can do here besides filling in the form. */
    interface Commands {

        void claim(UserTask task);

        void release(UserTask task);

        /** Back to the list. */
        void close();

        /** The form has been left, with or without a decision. */
        void formLeft();
    }

    TaskDetail(UserTask task, TaskForms forms, Actor actor, Clock clock, Commands commands) {
        this.taskKey = task.key();
        this.forms = forms;
        this.actor = actor;
        this.clock = clock;
        this.commands = commands;
        addClassName("task-detail");
        getContent().setPadding(false);
        getContent().setSpacing(false);
        facts.addClassName("task-facts");
        body.addClassName("task-body");
        Button back = new Button(getTranslation("tasks.back"), VaadinIcon.ARROW_LEFT.create(), click -> commands.close());
        back.addThemeName("tertiary");
        getContent().add(back, new H2(getTranslation(TaskGrid.titleKey(task))), facts, buttons, body);
        update(task);
    }

    long taskKey() {
        return taskKey;
    }

    /** Shows the task as it is now. */
    void update(UserTask task) {
        facts.removeAll();
        facts.add(new Paragraph(task.subject()));
        if (task.dueAt() != null) {
            facts.add(due(task.dueAt()));
        }
        buttons.removeAll();
        Body wanted = bodyFor(task);
        if (wanted == Body.FORM) {
            buttons.add(claimOrRelease(task));
        }
        // The name in the notice may have changed; a form must not be built anew.
        if (wanted != shown || wanted != Body.FORM) {
            body.removeAll();
            body.add(create(wanted, task));
            shown = wanted;
        }
    }

    private Body bodyFor(UserTask task) {
        if (task.state() == UserTask.State.SUBMITTED) {
            return Body.PROCESSING;
        }
        return task.assignee() == null || task.assignee().equals(actor.id()) ? Body.FORM : Body.CLAIMED_BY_OTHER;
    }

    private Component create(Body wanted, UserTask task) {
        return switch (wanted) {
            case PROCESSING -> new EmptyState(VaadinIcon.HOURGLASS, getTranslation("tasks.state.processing"),
                    getTranslation("tasks.processing.text"));
            case CLAIMED_BY_OTHER -> new EmptyState(VaadinIcon.USER,
                    getTranslation("tasks.claimed.other", task.assigneeName()), getTranslation("tasks.claimed.text"));
            case FORM -> forms.find(task.elementId())
                    .map(form -> form.create(task, actor, commands::formLeft))
                    .orElseGet(() -> new Paragraph(getTranslation("tasks.noForm")));
        };
    }

    private Button claimOrRelease(UserTask task) {
        return task.assignee() == null
                ? new Button(getTranslation("tasks.claim"), click -> commands.claim(task))
                : new Button(getTranslation("tasks.release"), click -> commands.release(task));
    }

    private Component due(Instant dueAt) {
        DueText due = DueText.of(dueAt, Instant.now(clock));
        Span text = new Span(getTranslation("tasks.due.full", due.text(), DateTimes.dateTime(dueAt)));
        if (due.overdue()) {
            text.addClassName("task-overdue");
        }
        return text;
    }
}
