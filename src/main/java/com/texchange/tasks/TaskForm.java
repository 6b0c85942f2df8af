package com.texchange.tasks;

import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
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

    /** One line that tells this task from its siblings in the inbox: who, for whom, which code. Names, no keys. */
    String subject(UUID subjectId);

    /** @param done to be run when the person has decided or left; closes the form */
    Component create(UserTask task, Actor actor, Runnable done);
}
