package com.texchange.tasks;

import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.UUID;

/**
 * What a module contributes for one of its user tasks: how it is named in the inbox and the form to do it.
 * Each user task element in the BPMN files has exactly one bean of this type. The title is the message
 * {@code task.<elementId>.title}.
 */
public interface TaskForm {

    /** Id of the user task element, unique among all processes. */
    String elementId();

    /** Name of the process variable that holds the id of the business object that the task is about. */
    String subjectVariable();

    /**
     * Whether, of a company's people, only its administrators may decide. Then no others have the task, whatever group the process
     * gives it to: those that run already name all people of the company.
     */
    default boolean isForAdministrators() {
        return false;
    }

    /** What the inbox shows of the business object, and by which words it is found; asked once, for a new task. */
    TaskSubject subject(UUID subjectId);

    /** What the decision means, in words for the person who has just taken it; a line each, possibly none. */
    default List<String> result(UserTask task, Actor actor) {
        return List.of();
    }

    /** @param done to be run when the person has decided or left; closes the form */
    Component create(UserTask task, Actor actor, Runnable done);
}
