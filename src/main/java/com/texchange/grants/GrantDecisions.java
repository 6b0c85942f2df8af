package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.GrantRequestId;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import com.texchange.common.TooLateException;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.grants.GrantRequest.State;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTaskOffered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** What a distributor answers to a supplier's request: as asked for, otherwise, or no. */
@Service
@Validated
@Transactional
public class GrantDecisions {

    /** Id of the user task about a request. */
    public static final String TASK = "Task_DecideGrant";
    /** The process variable that says how it was decided. */
    static final String GRANTED = "granted";

    private final GrantRequestRows rows;
    private final Grants grants;
    private final GrantNews news;
    private final Tasks tasks;

    GrantDecisions(GrantRequestRows rows, Grants grants, GrantNews news, Tasks tasks) {
        this.rows = rows;
        this.grants = grants;
        this.news = news;
        this.tasks = tasks;
    }

    /** For the task's form; access is the inbox's matter. */
    @Transactional(readOnly = true)
    public GrantRequestInfo get(GrantRequestId id) {
        return rows.get(id).info();
    }

    /** What is in force already, for the task's form; access is the inbox's matter. */
    @Transactional(readOnly = true)
    public Optional<GrantInfo> inForce(GrantRequestId id) {
        return grantFor(rows.get(id)).map(grant -> grant.info(true));
    }

    /** The request together with what is in force: what the grant would be if nothing of it is taken away. */
    @Transactional(readOnly = true)
    public GrantRequestInfo together(GrantRequestId id) {
        GrantRequest request = rows.get(id);
        return grantFor(request).map(request::besides).orElse(request).info();
    }

    private Optional<LicenseGrant> grantFor(GrantRequest request) {
        return grants.inForce(request.supplierId(), request.distributorId());
    }

    /**
     * Allows what the person has made of the request, instead of what was allowed before. Whoever asked is answered also if that is no
     * more than before.
     *
     * @param seen what was allowed when the person read of it
     * @throws OutdatedException if that is so no longer
     * @throws RefusedException if somebody else was faster or the supplier has taken it back; as for every grant if no act
     *     is allowed, or the end is past or too far away
     */
    public void grant(GrantRequestId id, GrantVersion seen, @Valid GrantTerms terms, Actor actor) {
        GrantRequest request = undecided(id, actor);
        rows.decide(id, State.GRANTED, actor.id(), null);
        if (!grants.change(request.supplierId(), seen, terms, actor)) {
            grantFor(request).ifPresent(grant -> news.unchanged(request, grant, actor));
        }
        submit(id, actor, true);
    }

    /** The reason goes into the letter to the supplier. */
    public void refuse(GrantRequestId id, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        undecided(id, actor);
        rows.decide(id, State.REFUSED, actor.id(), reason.strip());
        news.tell(rows.get(id), Kind.REFUSED, actor);
        submit(id, actor, false);
    }

    private void submit(GrantRequestId id, Actor actor, boolean granted) {
        tasks.submitIfOffered(TASK, id.value(), actor, Map.of(GRANTED, granted));
    }

    /** A colleague may have been faster: who comes second learns who it was. */
    private GrantRequest undecided(GrantRequestId id, Actor actor) {
        GrantRequest request = rows.lock(id);
        if (!request.distributorId().equals(actor.administeringAs(Role.DISTRIBUTOR))) {
            throw new AccessDeniedException("not a request to this distributor");
        }
        if (!request.is(State.OPEN)) {
            tasks.refuseIfDone(TASK, id.value(), actor.companyId());
            throw new TooLateException("grants.request.over");
        }
        return request;
    }

    /** Answers a task that asks what has been decided before: the engine was late, or its processes were begun anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void offered(UserTaskOffered event) {
        if (!event.task().elementId().equals(TASK)) {
            return;
        }
        GrantRequest request = rows.lock(new GrantRequestId(event.task().subjectId()));
        switch (request.state()) {
            case OPEN -> { }
            // The process hears of it by the message about it.
            case WITHDRAWN -> tasks.withdraw(event.task().key());
            case GRANTED, REFUSED -> tasks.complete(event.task().key(), request.decidedBy(),
                    Map.of(GRANTED, request.is(State.GRANTED)));
        }
    }
}
