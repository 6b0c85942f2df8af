package com.texchange.batches;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.RefusedException;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on a batch, some rows in one transaction: their effects, their results and the counts are written together or not
 * at all, so that it does not matter where it breaks off or how often it is called. Each row has a savepoint: one that is
 * refused takes nothing of the others with it.
 */
@Component
class BatchWorker {

    static final int ROWS_AT_ONCE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private final BatchStore store;
    private final Map<BatchKind, BatchAction> actions;
    private final Accounts accounts;
    private final ChangeFeed changes;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    BatchWorker(BatchStore store, List<BatchAction> actions, Accounts accounts, ChangeFeed changes, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.actions = actions.stream().collect(Collectors.toMap(BatchAction::kind, Function.identity()));
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Takes the next rows.
     *
     * @param run which start of the batch it works for; nothing is done for one that another has followed
     * @return whether more may be left to do
     * @throws RuntimeException if the database fails: nothing has happened then, and it can be tried again
     */
    @Transactional
    public boolean step(BatchId id, int run) {
        BatchStore.Work work = store.lock(id).orElse(null);
        if (work == null || work.run() != run || work.state() == Batch.State.STOPPED
                || work.state() == Batch.State.FINISHED) {
            return false;
        }
        List<BatchRow> rows = store.rowsAfter(id, BatchRow.State.WAITING, 0, ROWS_AT_ONCE);
        Actor actor = actor(work);
        int done = 0;
        for (BatchRow row : rows) {
            done += take(id, row, work, actor) ? 1 : 0;
        }
        store.progress(id, done, rows.size() - done);
        boolean more = rows.size() == ROWS_AT_ONCE;
        if (!more) {
            store.finish(id, clock.instant());
        }
        changes.publish(new Change(Change.Topic.BATCHES, work.company().toString()));
        return more;
    }

    /** @return whether the row had its effect */
    private boolean take(BatchId id, BatchRow row, BatchStore.Work work, @Nullable Actor actor) {
        try {
            if (actor == null) {
                throw new AccessDeniedException("no longer a person of this company");
            }
            BatchAction action = Objects.requireNonNull(actions.get(work.kind()), "no action for this kind of batch");
            savepoint.executeWithoutResult(status -> store.done(id, row.line(),
                    action.apply(row, work.reason(), actor)));
            return true;
        } catch (RefusedException refusal) {
            store.refused(id, row.line(), refusal.messageKey(), refusal.arguments());
        } catch (AccessDeniedException denied) {
            store.refused(id, row.line(), "batches.refused.notAllowed");
        } catch (ConstraintViolationException invalid) {
            store.refused(id, row.line(), "batches.refused.invalid");
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException broken) {
            throw broken;
        } catch (RuntimeException unexpected) {
            LOG.error("Row {} of batch {} failed", row.line(), id, unexpected);
            store.refused(id, row.line(), "batches.refused.unexpected");
        }
        return false;
    }

    /** With the rights of now; null if the person has left the company or may not sign in any more. */
    private @Nullable Actor actor(BatchStore.Work work) {
        AccountInfo account = accounts.get(work.person());
        return work.enabled() && work.company().equals(account.companyId()) ? account.actor() : null;
    }
}
