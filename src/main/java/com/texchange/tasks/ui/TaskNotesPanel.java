package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.UnsavedInput;
import com.texchange.tasks.TaskNote;
import com.texchange.tasks.TaskNotes;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** What colleagues say about a task and how it changed hands; a comment that is being written outlives every refresh. */
class TaskNotesPanel extends Composite<Div> {

    static final String TEXT = "task-comment";

    private final TaskNotes notes;
    private final Actor actor;
    private final long taskKey;
    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph(getTranslation("tasks.comments.none"));
    private final TextArea text = new TextArea(getTranslation("tasks.comments.new"));
    private final Button send = new Button(getTranslation("tasks.comments.send"));
    private List<TaskNote> shown = List.of();

    TaskNotesPanel(TaskNotes notes, Actor actor, long taskKey) {
        this.notes = notes;
        this.actor = actor;
        this.taskKey = taskKey;
        addClassName("task-notes");
        none.addClassName("task-subject");
        text.setId(TEXT);
        text.setHelperText(getTranslation("tasks.comments.audience"));
        text.setMinRows(2);
        text.setMaxRows(8);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        send.addClickListener(click -> send());
        UnsavedInput.guard(this, () -> text.isVisible() && !text.isEmpty());
        UnsavedInput.mark(text);
        text.addValueChangeListener(change -> UnsavedInput.changed());
        getContent().add(new H3(getTranslation("tasks.comments")), none, list, text, send);
    }

    /** @param canWrite whether the task is not done yet */
    void refresh(boolean canWrite) {
        List<TaskNote> now = notes.of(taskKey, actor);
        if (!now.equals(shown)) {
            list.removeAll();
            now.stream().map(this::line).forEach(list::add);
            shown = now;
        }
        none.setVisible(now.isEmpty());
        list.setVisible(!now.isEmpty());
        text.setVisible(canWrite);
        send.setVisible(canWrite);
    }

    private ListItem line(TaskNote note) {
        Span when = new Span(DateTimes.dateTime(note.at()));
        when.addClassName("task-note-time");
        if (note.kind() != TaskNote.Kind.COMMENT) {
            ListItem line = new ListItem(new Span(getTranslation(key(note), note.author(), note.person())), when);
            line.addClassName("task-note-event");
            return line;
        }
        Span author = new Span(note.author());
        author.addClassName("task-note-author");
        Div words = new Div(note.text());
        words.addClassName("task-note-text");
        return new ListItem(author, when, words);
    }

    /** Of what happened between the own house and the other one, that one's people have no names. */
    private static String key(TaskNote note) {
        String key = "tasks.note." + note.kind().name();
        return note.author() == null ? key + ".byOutside" : note.person() == null ? key + ".withOutside" : key;
    }

    private void send() {
        try {
            notes.comment(taskKey, text.getValue(), actor);
        } catch (RefusedException e) {
            text.setErrorMessage(Notices.words(e));
            text.setInvalid(true);
            return;
        }
        text.setInvalid(false);
        text.clear();
        text.focus();
        Notices.success(getTranslation("tasks.comments.sent"));
        refresh(true);
    }
}
