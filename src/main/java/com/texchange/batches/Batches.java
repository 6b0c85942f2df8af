package com.texchange.batches;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.TooLateException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The batches of companies' people. All of a company who have the role of the kind see, stop and resume what one of them
 * began.
 */
@Service
@Transactional
public class Batches {

    /** The most rows of one batch. */
    public static final int MAX_ROWS = 10_000;
    private static final int READ_AT_ONCE = 500;

    private final BatchStore store;
    private final BatchActions actions;
    private final SchedulerClient scheduler;
    private final com.github.kagkarlsson.scheduler.Clock schedulerClock;
    private final BatchProperties properties;
    private final ChangeFeed changes;
    private final Clock clock;
    private final AuditTrail audit;

    Batches(BatchStore store, BatchActions actions, SchedulerClient scheduler,
            com.github.kagkarlsson.scheduler.Clock schedulerClock, BatchProperties properties, ChangeFeed changes,
            Clock clock, AuditTrail audit) {
        this.store = store;
        this.actions = actions;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
        this.properties = properties;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Tells what a batch would refuse if it ran now. Nothing is kept and nothing is done.
     *
     * @return by the lines of the rows; those that nothing is known against are not in it
     */
    @Transactional(readOnly = true)
    public Map<Integer, Refusal> check(BatchKind kind, List<BatchRow> rows, Map<String, String> parameters,
            Actor actor) {
        BatchAction action = actions.get(kind);
        actor.actingAs(action.role());
        return action.dryRun().refusals(rows, parameters, actor);
    }

    /**
     * Keeps a batch and has it begin when the time for second thoughts is over.
     *
     * @param rows       with lines that differ
     * @param parameters what holds for all of them
     * @throws RefusedException if there are no rows or more than {@value #MAX_ROWS}
     */
    public BatchId start(BatchKind kind, List<BatchRow> rows, Map<String, String> parameters, Actor actor) {
        CompanyId company = actor.actingAs(actions.get(kind).role());
        if (rows.isEmpty()) {
            throw new TooLateException("batches.refused.empty");
        }
        if (rows.size() > MAX_ROWS) {
            throw new RefusedException("batches.refused.tooMany", MAX_ROWS);
        }
        BatchId id = BatchId.random();
        Instant startsAt = schedulerClock.now().plus(properties.grace());
        store.insert(id, kind, company, actor.id(), parameters, clock.instant(), startsAt, rows.size());
        store.insertRows(id, rows);
        scheduler.scheduleIfNotExists(BatchTask.of(id, 1), startsAt);
        tell(company);
        record(AuditKind.BATCH_STARTED, id, actor, kind.key() + " " + rows.size());
        return id;
    }

    /**
     * Takes a batch back that has not begun: nothing of it is left.
     *
     * @throws RefusedException if it has begun
     */
    public void undo(BatchId id, Actor actor) {
        BatchStore.Work work = own(id, actor);
        if (work.state() != Batch.State.SCHEDULED) {
            throw new RefusedException("batches.refused.begun");
        }
        store.delete(id);
        record(AuditKind.BATCH_UNDONE, id, actor, null);
        tell(work.company());
    }

    /** Ends the time for second thoughts; without effect for a batch that has begun. */
    public void startNow(BatchId id, Actor actor) {
        BatchStore.Work work = own(id, actor);
        if (work.state() == Batch.State.SCHEDULED) {
            run(id, work);
        }
    }

    /** Stops a batch after the rows that are just being worked on; without effect for one that is not running. */
    public void stop(BatchId id, Actor actor) {
        BatchStore.Work work = own(id, actor);
        if (work.state() == Batch.State.RUNNING) {
            store.state(id, Batch.State.STOPPED, work.run());
            record(AuditKind.BATCH_STOPPED, id, actor, null);
            tell(work.company());
        }
    }

    /** Goes on with a stopped batch where it was; without effect for another. */
    public void resume(BatchId id, Actor actor) {
        BatchStore.Work work = own(id, actor);
        if (work.state() == Batch.State.STOPPED) {
            run(id, work);
            record(AuditKind.BATCH_RESUMED, id, actor, null);
        }
    }

    /** Empty for a batch that the person may not see, as for one that does not exist. */
    @Transactional(readOnly = true)
    public Optional<Batch> find(BatchId id, Actor actor) {
        return Optional.ofNullable(actor.companyId()).flatMap(company -> store.find(id, company))
                .filter(batch -> actions.may(actor, batch.kind()));
    }

    /** The batches of the person's company, those of the kinds that the person may see, the latest first. */
    @Transactional(readOnly = true)
    public List<Batch> page(Set<BatchKind> kinds, int offset, int limit, Actor actor) {
        return store.page(actions.visible(kinds, actor), company(actor), offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Set<BatchKind> kinds, Actor actor) {
        return store.count(actions.visible(kinds, actor), company(actor));
    }

    /** By their lines. */
    @Transactional(readOnly = true)
    public List<BatchRow> rows(BatchId id, BatchRowFilter filter, int offset, int limit, Actor actor) {
        return find(id, actor).isPresent() ? store.rows(id, filter, offset, limit) : List.of();
    }

    @Transactional(readOnly = true)
    public int countRows(BatchId id, BatchRowFilter filter, Actor actor) {
        return find(id, actor).isPresent() ? store.countRows(id, filter) : 0;
    }

    /**
     * Hands on every refused row, by their lines, without holding many at a time.
     *
     * @throws AccessDeniedException if the person may not see the batch
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void eachRefused(BatchId id, Actor actor, Consumer<BatchRow> reader) {
        find(id, actor).orElseThrow(() -> new AccessDeniedException("no such batch"));
        audit.record(Audited.export(AuditSubject.of(AuditSubject.Type.BATCH, id.value(), ""), actor).values(null, "ROWS_REFUSED"));
        List<BatchRow> rows = store.rowsAfter(id, BatchRow.State.REFUSED, 0, READ_AT_ONCE);
        while (!rows.isEmpty()) {
            rows.forEach(reader);
            rows = store.rowsAfter(id, BatchRow.State.REFUSED, rows.getLast().line(), READ_AT_ONCE);
        }
    }

    /** By a task of its own: the one of an earlier run may still be about to end. */
    private void run(BatchId id, BatchStore.Work work) {
        int run = work.run() + 1;
        store.state(id, Batch.State.RUNNING, run);
        scheduler.scheduleIfNotExists(BatchTask.of(id, run), schedulerClock.now());
        tell(work.company());
    }

    private BatchStore.Work own(BatchId id, Actor actor) {
        actor.requireActing();
        CompanyId company = company(actor);
        return store.lock(id).filter(work -> work.company().equals(company) && actions.may(actor, work.kind()))
                .orElseThrow(() -> new AccessDeniedException("no batch of this company"));
    }

    private static CompanyId company(Actor actor) {
        if (actor.companyId() == null) {
            throw new AccessDeniedException("batches are those of a company");
        }
        return actor.companyId();
    }

    private void record(AuditKind act, BatchId id, Actor actor, @Nullable String what) {
        audit.record(Audited.of(act, actor).about(AuditSubject.of(AuditSubject.Type.BATCH, id.value(), "")).values(null, what));
    }

    private void tell(CompanyId company) {
        changes.publish(new Change(Change.Topic.BATCHES, company.toString()));
    }
}
