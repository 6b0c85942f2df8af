package com.texchange.batches;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches of a supplier's people. All of a company see, stop and resume what one of them began. */
@Service
@Transactional
public class Batches {

    /** The most rows of one batch. */
    public static final int MAX_ROWS = 10_000;
    private static final int READ_AT_ONCE = 500;

    private final BatchStore store;
    private final SchedulerClient scheduler;
    private final com.github.kagkarlsson.scheduler.Clock schedulerClock;
    private final BatchProperties properties;
    private final ChangeFeed changes;
    private final Clock clock;

    Batches(BatchStore store, SchedulerClient scheduler, com.github.kagkarlsson.scheduler.Clock schedulerClock,
            BatchProperties properties, ChangeFeed changes, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.schedulerClock = schedulerClock;
        this.properties = properties;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Keeps a batch and has it begin when the time for second thoughts is over.
     *
     * @param rows   with lines that differ
     * @param reason of a revocation, else null
     * @throws RefusedException if there are no rows or more than {@value #MAX_ROWS}
     */
    public BatchId start(BatchKind kind, List<BatchRow> rows, @Nullable String reason, Actor actor) {
        CompanyId company = actor.companyAs(Role.SUPPLIER);
        if (rows.isEmpty()) {
            throw new RefusedException("batches.refused.empty");
        }
        if (rows.size() > MAX_ROWS) {
            throw new RefusedException("batches.refused.tooMany", MAX_ROWS);
        }
        BatchId id = BatchId.random();
        Instant startsAt = schedulerClock.now().plus(properties.grace());
        store.insert(id, kind, company, actor.id(), reason, clock.instant(), startsAt, rows.size());
        store.insertRows(id, rows);
        scheduler.scheduleIfNotExists(BatchTask.of(id, 1), startsAt);
        tell(company);
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
            tell(work.company());
        }
    }

    /** Goes on with a stopped batch where it was; without effect for another. */
    public void resume(BatchId id, Actor actor) {
        BatchStore.Work work = own(id, actor);
        if (work.state() == Batch.State.STOPPED) {
            run(id, work);
        }
    }

    /** Empty for a batch of another company, as for one that does not exist. */
    @Transactional(readOnly = true)
    public Optional<Batch> find(BatchId id, Actor actor) {
        return store.find(id, actor.companyAs(Role.SUPPLIER));
    }

    /** The batches of the person's company, the latest first. */
    @Transactional(readOnly = true)
    public List<Batch> page(int offset, int limit, Actor actor) {
        return store.page(actor.companyAs(Role.SUPPLIER), offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.count(actor.companyAs(Role.SUPPLIER));
    }

    /** @param state null for all; by their lines */
    @Transactional(readOnly = true)
    public List<BatchRow> rows(BatchId id, BatchRow.@Nullable State state, int offset, int limit, Actor actor) {
        return find(id, actor).isPresent() ? store.rows(id, state, offset, limit) : List.of();
    }

    @Transactional(readOnly = true)
    public int countRows(BatchId id, BatchRow.@Nullable State state, Actor actor) {
        return find(id, actor).isPresent() ? store.countRows(id, state) : 0;
    }

    /**
     * Hands on every refused row, by their lines, without holding many at a time.
     *
     * @throws AccessDeniedException if the batch is not one of the person's company
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void eachRefused(BatchId id, Actor actor, Consumer<BatchRow> reader) {
        find(id, actor).orElseThrow(() -> new AccessDeniedException("no such batch"));
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
        CompanyId company = actor.companyAs(Role.SUPPLIER);
        return store.lock(id).filter(work -> work.company().equals(company))
                .orElseThrow(() -> new AccessDeniedException("no batch of this company"));
    }

    private void tell(CompanyId company) {
        changes.publish(new Change(Change.Topic.BATCHES, company.toString()));
    }
}
