package com.texchange.tasks;

import com.texchange.common.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** User tasks for the people that may do them. */
@Service
public class Tasks {

    /** The open task of an element for a business object; no access check, for services that have made their own. */
    public Optional<UserTask> findOpen(String elementId, UUID subjectId) {
        throw new UnsupportedOperationException();
    }

    /** How many open tasks the person may do. */
    public int openCount(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /**
     * A person's decision: marks the task submitted and hands its completion to the engine, within the caller's
     * transaction, which also holds the change of the business.
     *
     * @throws com.texchange.common.RefusedException if another has done it or it is gone
     * @throws org.springframework.security.access.AccessDeniedException if the person is in none of its groups
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(long taskKey, Actor actor, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }
}
