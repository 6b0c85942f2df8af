package com.texchange.tasks;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionTemplate;

/** A form for an element that no process has. */
public class SampleForm implements TaskForm {

    public static final String ELEMENT = "Task_OfTest";
    public static final String SUBJECT_VARIABLE = "subjectOfTestId";
    public static final String NOTE = "note-of-test";
    public static final String DECIDE = "decide-of-test";
    public static final String LEAVE = "leave-of-test";

    private final Map<UUID, List<String>> words = new ConcurrentHashMap<>();
    private final Map<UUID, Set<AccountId>> informed = new ConcurrentHashMap<>();
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    SampleForm(Tasks tasks, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /** What the module that owns the subject will say of it. */
    void know(UUID subjectId, List<String> searchWords, Set<AccountId> informedPeople) {
        words.put(subjectId, searchWords);
        informed.put(subjectId, informedPeople);
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
    public TaskSubject subject(UUID subjectId) {
        return new TaskSubject("ООО «Проба» " + subjectId, words.getOrDefault(subjectId, List.of()),
                informed.getOrDefault(subjectId, Set.of()));
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
