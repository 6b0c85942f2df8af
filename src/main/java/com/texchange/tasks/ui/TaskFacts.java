package com.texchange.tasks.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DueText;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What a task is about, how urgent it is and who has it. */
class TaskFacts extends Composite<Div> {

    TaskFacts(UserTask task, Instant now) {
        Paragraph subject = new Paragraph(new UnbrokenText(task.subject()));
        subject.addClassName("task-about");
        getContent().add(subject);
        Div line = new Div();
        line.addClassName("task-line");
        if (task.dueAt() != null && !task.state().isEnded()) {
            line.add(due(task.dueAt(), now));
        }
        if (task.priority() != UserTask.NORMAL_PRIORITY) {
            Span priority = new Span(getTranslation(task.priority() > UserTask.NORMAL_PRIORITY
                    ? "tasks.priority.high" : "tasks.priority.low"));
            priority.addClassName("task-priority");
            line.add(priority);
        }
        line.add(new Span(getTranslation("tasks.createdAt", DateTimes.dateTime(task.createdAt()))));
        getContent().add(line);
    }

    private Span due(Instant dueAt, Instant now) {
        DueText due = DueText.of(dueAt, now);
        Span text = new Span(getTranslation("common.due.full", due.text(), DateTimes.dateTime(dueAt)));
        if (due.overdue()) {
            text.addClassName("task-overdue");
        }
        return text;
    }
}
