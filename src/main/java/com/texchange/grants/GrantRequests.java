package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantRequestId;
import com.texchange.common.Moments;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TooLateException;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.grants.GrantRequest.State;
import com.texchange.partners.TimeZones;
import com.texchange.tasks.Tasks;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What suppliers ask distributors for: one request at a time for two companies, with a process of its own.
 *
 * @see GrantDecisions
 */
@Service
@Validated
@Transactional
public class GrantRequests {

    /** Each request writes to the distributor's people. */
    private static final int MOST_A_DAY = 3;

    private final GrantRequestRows rows;
    private final Grants grants;
    private final GrantProcesses processes;
    private final GrantNews news;
    private final Tasks tasks;
    private final TimeZones zones;
    private final Clock clock;

    GrantRequests(GrantRequestRows rows, Grants grants, GrantProcesses processes, GrantNews news, Tasks tasks, TimeZones zones,
            Clock clock) {
        this.rows = rows;
        this.grants = grants;
        this.processes = processes;
        this.news = news;
        this.tasks = tasks;
        this.zones = zones;
        this.clock = clock;
    }

    /** What the person's company, a supplier, waits for. */
    @Transactional(readOnly = true)
    public Optional<GrantRequestInfo> open(CompanyId distributor, Actor actor) {
        return rows.findOpen(actor.companyAs(Role.SUPPLIER), distributor).map(GrantRequest::info);
    }

    /**
     * Asks a partner of the person's company to be allowed something.
     *
     * @throws RefusedException if the distributor is no partner, all that is allowed already, an answer to an earlier request is
     *     waited for, or the distributor has been asked often enough today; as for a grant if no act is named, or the end is past
     *     or too far away
     */
    public GrantRequestId ask(CompanyId distributor, @Valid GrantTerms terms, Actor actor) {
        CompanyId supplier = actor.actingAs(Role.SUPPLIER);
        grants.requirePartners(supplier, distributor);
        Instant endsAt = grants.endOf(terms, distributor);
        if (grants.inForce(supplier, distributor).filter(grant -> grant.covers(terms.acts(), endsAt)).isPresent()) {
            throw new RefusedException("grants.request.grantedAlready");
        }
        GrantRequestId id = rows.insert(supplier, distributor, terms.acts(), endsAt, terms.reason(), actor.id());
        if (id == null) {
            throw new TooLateException("grants.request.askedAlready");
        }
        if (rows.askedSince(supplier, distributor, Moments.startOfDay(clock.instant(), zones.of(supplier))) > MOST_A_DAY) {
            throw new RefusedException("grants.request.askedOften", MOST_A_DAY);
        }
        GrantRequest request = rows.get(id);
        processes.start(request);
        news.tell(request, Kind.ASKED, actor);
        return id;
    }

    /**
     * Takes the open request back.
     *
     * @throws RefusedException if it is decided by now
     */
    public void withdraw(CompanyId distributor, Actor actor) {
        GrantRequest request = rows.findOpen(actor.actingAs(Role.SUPPLIER), distributor).map(GrantRequest::id).map(rows::lock)
                .filter(found -> found.is(State.OPEN)).orElseThrow(() -> new TooLateException("grants.request.over"));
        rows.decide(request.id(), State.WITHDRAWN, actor.id(), null);
        tasks.findOpen(GrantDecisions.TASK, request.id().value()).ifPresent(task -> tasks.withdraw(task.key()));
        processes.withdrawn(request);
        news.tell(request, Kind.ASK_WITHDRAWN, actor);
    }
}
