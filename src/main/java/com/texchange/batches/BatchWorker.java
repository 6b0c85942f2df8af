package com.texchange.batches;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works on a batch, some rows in one transaction: their effects, their results and the counts are written together or not
 * at all, so that it does not matter where it breaks off or how often it is called.
 */
@Component
class BatchWorker {

    private final BatchStore store;
    private final BatchActions actions;
    private final Accounts accounts;
    private final ChangeFeed changes;
    private final Clock clock;

    BatchWorker(BatchStore store, BatchActions actions, Accounts accounts, ChangeFeed changes, Clock clock) {
        this.store = store;
        this.actions = actions;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Takes the next rows.
     *
     * @param run which start of the batch it works for; nothing is done for one that another has followed
     * @return whether more may be left to do
     * @throws RuntimeException if the database fails, or an action that takes its rows together: nothing has happened then,
     *     and it can be tried again
     */
    @Transactional
    public boolean step(BatchId id, int run) {
        BatchStore.Work work = store.lock(id).orElse(null);
        if (work == null || work.run() != run || work.state() == Batch.State.STOPPED
                || work.state() == Batch.State.FINISHED) {
            return false;
        }
        BatchAction action = actions.get(work.kind());
        List<BatchRow> rows = store.rowsAfter(id, BatchRow.State.WAITING, 0, action.rowsAtOnce());
        if (!rows.isEmpty()) {
            List<RowResult> results = apply(action, rows, work);
            store.results(id, rows, results);
            int refused = (int) results.stream().filter(Refusal.class::isInstance).count();
            store.progress(id, rows.size() - refused, refused);
        }
        boolean more = rows.size() == action.rowsAtOnce();
        if (!more) {
            store.finish(id, clock.instant());
        }
        changes.publish(new Change(Change.Topic.BATCHES, work.company().toString()));
        return more;
    }

    private List<RowResult> apply(BatchAction action, List<BatchRow> rows, BatchStore.Work work) {
        Optional<Actor> actor = accounts.actor(work.person())
                .filter(person -> work.company().equals(person.companyId()));
        if (actor.isEmpty()) {
            return Collections.nCopies(rows.size(), Refusal.of("batches.refused.notAllowed"));
        }
        List<RowResult> results = action.step().apply(rows, work.parameters(), actor.get());
        if (results.size() != rows.size()) {
            throw new IllegalStateException("%d results of %s for %d rows".formatted(results.size(), action.kind(),
                    rows.size()));
        }
        return results;
    }
}
