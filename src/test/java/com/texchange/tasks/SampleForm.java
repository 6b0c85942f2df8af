package com.texchange.tasks;

import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** A form for an element that no process has. */
public class SampleForm implements TaskForm {

    public static final String ELEMENT = "Task_OfTest";
    public static final String SUBJECT_VARIABLE = "subjectOfTestId";
    public static final String NOTE = "note-of-test";
    public static final String DECIDE = "decide-of-test";
    public static final String LEAVE = "leave-of-test";

    private final Tasks tasks;
    private final TransactionTemplate transaction;

    SampleForm(Tasks tasks, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.transaction = transaction;
    }

    @Override
    public String elementId() {
        return ELEMENT;
    }

    @Override
    public String subjectVariable() {
        return SUBJECT_VARIABLE;
    }

    @Override
    public String subject(UUID subjectId) {
        return "ООО «Проба» " + subjectId;
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        TextField note = new TextField();
        note.setId(NOTE);
        Button decide = new Button(DECIDE, click -> {
            transaction.executeWithoutResult(status -> tasks.submit(task.key(), actor, Map.of("accepted", true)));
            done.run();
        });
        decide.setId(DECIDE);
        Button leave = new Button(LEAVE, click -> done.run());
        leave.setId(LEAVE);
        return new Div(note, decide, leave);
    }
}
