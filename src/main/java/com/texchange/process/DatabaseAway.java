package com.texchange.process;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that end by themselves once PostgreSQL can be used again from those that somebody has to mend. */
final class DatabaseAway {

    /** Classes of SQLSTATE: connection, too few resources, intervention of an operator, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private DatabaseAway() {
    }

    /** Whether a step failed because there was no database, no connection left, or it broke off in mid-transaction. */
    static boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
