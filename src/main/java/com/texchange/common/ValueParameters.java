package com.texchange.common;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets statements take ids, value types, instants and enums as parameters. Spring converts what it reads and hands on to the
 * driver what it is given, so each parameter is converted when it is named. Records are read by {@link RecordRows}.
 *
 * @param searching for statements that search for words: how many rows have them decides how they are best found ({@link PlannedAnew})
 */
record ValueParameters(JdbcClient client, JdbcClient searching, RecordReaders records) implements JdbcClient {

    /** How a statement looks that searches for words. */
    private static final String SEARCHES = " like ";

    @Override
    public StatementSpec sql(String sql) {
        StatementSpec statement = (sql.contains(SEARCHES) ? searching : client).sql(sql);
        return (StatementSpec) Proxy.newProxyInstance(StatementSpec.class.getClassLoader(),
                new Class<?>[] {StatementSpec.class}, (proxy, method, arguments) -> {
                    Object result = call(method, statement, arguments);
                    return result == statement ? proxy : result;
                });
    }

    private @Nullable Object call(Method method, StatementSpec statement, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            if (method.getName().equals("query") && arguments != null && arguments[0] instanceof Class<?> type && type.isRecord()) {
                return statement.query(records.of(type));
            }
            return method.invoke(statement, arguments == null ? new Object[0] : converted(method.getName(), arguments));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object[] converted(String method, @Nullable Object[] arguments) {
        return switch (method) {
            case "param" -> storedInOrder(arguments);
            case "params" -> new Object[] {many(Objects.requireNonNull(arguments[0]))};
            default -> arguments;
        };
    }

    /** In a list, an array or a map by name. */
    private Object many(Object values) {
        if (values instanceof Map<?, ?> named) {
            Map<Object, @Nullable Object> stored = new HashMap<>();
            named.forEach((name, value) -> stored.put(name, stored(value)));
            return stored;
        }
        return values instanceof Collection<?> inOrder ? Arrays.asList(storedInOrder(inOrder.toArray()))
                : storedInOrder((@Nullable Object[]) values);
    }

    private @Nullable Object[] storedInOrder(@Nullable Object[] values) {
        @Nullable Object[] stored = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            stored[i] = stored(values[i]);
        }
        return stored;
    }

    private @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            // With a type of its own: PostgreSQL takes the difference of an untyped moment and an interval for an interval.
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case Temporal time -> time;
            case Collection<?> values -> Arrays.asList(storedInOrder(values.toArray()));
            default -> {
                Class<?> type = records.stored(value.getClass());
                yield type == value.getClass() ? value : records.conversions().convert(value, type);
            }
        };
    }
}
