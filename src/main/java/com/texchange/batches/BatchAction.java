package com.texchange.batches;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.util.List;
import java.util.Map;

/**
 * What is done with the rows of the batches of one kind; a bean for each. One that is done with each row by itself is made
 * by {@link RowByRow}.
 *
 * @param role       whose people begin, see and stop such batches: those of a company, each their own
 * @param rowsAtOnce how many rows are taken in one transaction
 * @param dryRun     tells beforehand
 */
public record BatchAction(BatchKind kind, Role role, int rowsAtOnce, Step step, DryRun dryRun) {

    /** Takes the step with some rows. */
    @FunctionalInterface
    public interface Step {

        /**
         * Works in the caller's transaction, in which the results are written too. If it throws, nothing has happened to any
         * of the rows, and they are tried again later.
         *
         * @param parameters of the batch
         * @param actor      the person who asked for the batch, with the rights of now
         * @return what became of each row, in their order
         */
        List<RowResult> apply(List<BatchRow> rows, Map<String, String> parameters, Actor actor);
    }

    /** Says what the step would refuse now, as far as that can be told without taking it. */
    @FunctionalInterface
    public interface DryRun {

        /** @return by the lines of the rows; those that nothing is known against are not in it */
        Map<Integer, Refusal> refusals(List<BatchRow> rows, Map<String, String> parameters, Actor actor);
    }

    /** One of which nothing can be told beforehand. */
    public static BatchAction of(BatchKind kind, Role role, int rowsAtOnce, Step step) {
        return new BatchAction(kind, role, rowsAtOnce, step, (rows, parameters, actor) -> Map.of());
    }

    public BatchAction withDryRun(DryRun other) {
        return new BatchAction(kind, role, rowsAtOnce, step, other);
    }
}
