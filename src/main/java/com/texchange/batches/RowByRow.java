package com.texchange.batches;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes actions that take their step with each row by itself. Each row has a savepoint: one that is refused takes nothing of
 * the others with it.
 */
@Component
public class RowByRow {

    static final int ROWS_AT_ONCE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(RowByRow.class);

    private final TransactionTemplate savepoint;

    RowByRow(PlatformTransactionManager transactions) {
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Takes the step with one row, by the same service method as a single click. */
    @FunctionalInterface
    public interface RowStep {

        /** @throws RefusedException if a rule speaks against it: this row ends, the others go on */
        RowResult.Done apply(BatchRow row, Map<String, String> parameters, Actor actor);
    }

    public BatchAction action(BatchKind kind, Role role, RowStep step) {
        return BatchAction.of(kind, role, ROWS_AT_ONCE, (rows, parameters, actor) -> rows.stream()
                .map(row -> apply(kind, row, parameters, actor, step)).toList());
    }

    private RowResult apply(BatchKind kind, BatchRow row, Map<String, String> parameters, Actor actor, RowStep step) {
        try {
            return Objects.requireNonNull(savepoint.execute(status -> step.apply(row, parameters, actor)));
        } catch (RefusedException refused) {
            return Refusal.of(refused);
        } catch (AccessDeniedException denied) {
            return Refusal.of("batches.refused.notAllowed");
        } catch (ConstraintViolationException invalid) {
            return Refusal.of("batches.refused.invalid");
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException broken) {
            throw broken;
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed for line {} of a batch", kind, row.line(), unexpected);
            return Refusal.of("batches.refused.unexpected");
        }
    }
}
