package com.texchange.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a transaction writes and nothing in it reads again: all of it by one statement before it commits, whoever adds to it. So it is written
 * if the transaction commits, and not at all if it does not; what a part of it that is rolled back to its savepoint has added is not written.
 */
@Component
public class LastStatement {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public LastStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rows that are written by one query.
     *
     * @param name    of the query, and of its only parameter
     * @param sql     writes the rows that the parameter holds
     * @param rows    the value of the parameter
     * @param written hears what the query returned, as JSON, if it returns something; null for a query that does not
     */
    public record Part<R>(String name, String sql, Function<List<R>, Object> rows, @Nullable BiConsumer<List<R>, String> written) {
    }

    /** Rows with values by their names, which the query takes from its parameter as from JSON; it returns nothing. */
    public static Part<Map<String, @Nullable Object>> json(String name, String sql) {
        return new Part<>(name, sql, JSON::writeValueAsString, null);
    }

    /** Adds a row; outside of a transaction, and when all the rest is written, it is written at once. */
    public <R> void add(Part<R> part, R row) {
        Collected collected = TransactionSynchronizationManager.isActualTransactionActive() ? collected() : new Collected(true);
        collected.add(part, row);
    }

    /** Of the transaction that is under way. */
    private Collected collected() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Collected.class::isInstance).map(Collected.class::cast)
                .filter(collected -> collected.belongsTo(this)).findFirst()
                .orElseGet(() -> {
                    Collected first = new Collected(false);
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    private void write(List<Added<?>> added) {
        Map<Part<?>, List<Object>> parts = new LinkedHashMap<>();
        added.forEach(one -> parts.computeIfAbsent(one.part(), first -> new ArrayList<>()).add(one.row()));
        String answers = parts.keySet().stream().filter(part -> part.written() != null)
                .map(part -> ", (select json_agg(%1$s) from %1$s) as %1$s".formatted(part.name())).collect(Collectors.joining());
        Map<String, Object> rows = new HashMap<>();
        parts.forEach((part, all) -> rows.put(part.name(), value(part, all)));
        Map<String, Object> written = jdbc.sql(parts.keySet().stream().map(part -> part.name() + " as (" + part.sql() + ")")
                        .collect(Collectors.joining(", ", "with ", " select 1" + answers)))
                .params(rows).query().singleRow();
        parts.forEach((part, all) -> tell(part, all, String.valueOf(written.get(part.name()))));
    }

    @SuppressWarnings("unchecked")
    private static <R> Object value(Part<R> part, List<Object> rows) {
        return part.rows().apply((List<R>) rows);
    }

    @SuppressWarnings("unchecked")
    private static <R> void tell(Part<R> part, List<Object> rows, String answer) {
        BiConsumer<List<R>, String> written = part.written();
        if (written != null) {
            written.accept((List<R>) rows, answer);
        }
    }

    private record Added<R>(Part<R> part, R row) {
    }

    private final class Collected implements TransactionSynchronization {

        private final List<Added<?>> added = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new HashMap<>();
        private boolean atOnce;

        private Collected(boolean atOnce) {
            this.atOnce = atOnce;
        }

        private boolean belongsTo(LastStatement statement) {
            return LastStatement.this == statement;
        }

        private <R> void add(Part<R> part, R row) {
            Added<R> one = new Added<>(part, row);
            if (atOnce) {
                write(List.of(one));
            } else {
                added.add(one);
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, added.size());
        }

        /** A savepoint that it was not told of is older than all that was added. */
        @Override
        public void savepointRollback(Object savepoint) {
            added.subList(savepoints.getOrDefault(savepoint, 0), added.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            atOnce = true;
            if (!added.isEmpty()) {
                write(added);
            }
        }
    }
}
