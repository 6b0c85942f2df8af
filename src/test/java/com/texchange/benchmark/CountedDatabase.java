package com.texchange.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what all threads of the application ask of the database; what tests ask while they wait is left out. */
@TestComponent
class CountedDatabase implements BeanPostProcessor {

    /** So many of the methods that led to a statement are told. */
    private static final int CALLERS = 4;
    /** What a person would have on the page before, or in the letter. */
    private static final List<String> TEST = List.of("Journey.licensesOf", "Journey.token");
    /** Threads that look whether what a test waits for has come. */
    private static final String WAITING = "awaitility";

    private final LongAdder connections = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> statements = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byCaller = new ConcurrentHashMap<>();

    /**
     * @param statements  that were carried out
     * @param commits     of transactions, and of statements outside of one, each of which PostgreSQL commits by itself
     * @param connections that were taken from the pool
     */
    record Counts(long statements, long commits, long connections) {
    }

    Counts counts() {
        return new Counts(statements.values().stream().mapToLong(LongAdder::sum).sum(), commits.sum(), connections.sum());
    }

    /** Begins anew. */
    void forget() {
        statements.clear();
        byCaller.clear();
        commits.reset();
        connections.reset();
    }

    /** The statements that were asked most, with how often. */
    List<String> most(int number) {
        return most(statements, number);
    }

    /** The same for each place that they were asked from. */
    List<String> mostByCaller(int number) {
        return most(byCaller, number);
    }

    private static List<String> most(Map<String, LongAdder> counted, int number) {
        return counted.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, LongAdder> entry) -> entry.getValue().sum()).reversed())
                .limit(number).map(entry -> entry.getValue().sum() + " " + entry.getKey().replaceAll("\\s+", " ")).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            String callers = callers();
            if (Thread.currentThread().getName().startsWith(WAITING) || TEST.stream().anyMatch(callers::startsWith)) {
                return super.getConnection();
            }
            connections.increment();
            byCaller.computeIfAbsent(callers + " | a connection", unknown -> new LongAdder()).increment();
            Connection taken = super.getConnection();
            return proxy(Connection.class, taken, (method, arguments, result) -> connection(taken, method, arguments, result));
        }

        private @Nullable Object connection(Connection taken, Method method, @Nullable Object @Nullable [] arguments, @Nullable Object result) {
            if (method.getName().equals("commit")) {
                commits.increment();
            }
            if (result instanceof PreparedStatement statement && arguments != null) {
                String sql = String.valueOf(arguments[0]);
                return proxy(PreparedStatement.class, statement, (asked, values, answer) -> {
                    if (asked.getName().startsWith("execute")) {
                        if (taken.getAutoCommit()) {
                            commits.increment();
                        }
                        statements.computeIfAbsent(sql, unknown -> new LongAdder()).increment();
                        byCaller.computeIfAbsent(callers() + " | " + sql, unknown -> new LongAdder()).increment();
                    }
                    return answer;
                });
            }
            return result;
        }
    }

    /** The application's methods that led here, the last one first. */
    private static String callers() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> frame.getClassName().startsWith("com.texchange.") && !frame.getClassName().contains(".benchmark."))
                .map(frame -> frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "." + frame.getMethodName())
                .filter(frame -> !frame.startsWith("ValueParameters"))
                .limit(CALLERS).collect(Collectors.joining(" < ")));
    }

    @FunctionalInterface
    private interface Seen {
        @Nullable Object result(Method method, @Nullable Object @Nullable [] arguments, @Nullable Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Seen seen) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return seen.result(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
