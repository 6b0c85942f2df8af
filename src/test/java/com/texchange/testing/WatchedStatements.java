package com.texchange.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what the application asks PostgreSQL, parameters included, so that its plans can be looked at. */
@TestComponent
public class WatchedStatements implements BeanPostProcessor {

    private final List<String> asked = new ArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    /** The plans of all queries that something asks, in their order. */
    public String plansOf(Runnable questions, JdbcClient jdbc) {
        asked.clear();
        questions.run();
        return List.copyOf(asked).stream().flatMap(query -> jdbc.sql("explain " + query).query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource source) {
            super(source);
        }

        /** PostgreSQL's driver writes the values where they belong, but for arrays. */
        private void note(String statement, List<String> arrays) {
            String complete = statement;
            for (String array : arrays) {
                complete = complete.replaceFirst("\\?", Matcher.quoteReplacement(array));
            }
            asked.add(complete);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, super.getConnection());
        }

        @SuppressWarnings("unchecked")
        private <T> T proxy(Class<T> type, T watched) {
            List<String> arrays = new ArrayList<>();
            return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                if (arguments != null && arguments.length > 1 && arguments[1] instanceof Object[] array) {
                    arrays.add(Arrays.stream(array).map(String::valueOf).collect(Collectors.joining(",", "'{", "}'")));
                }
                if (watched instanceof PreparedStatement && method.getName().equals("executeQuery")) {
                    note(((PreparedStatement) watched).unwrap(PreparedStatement.class).toString(), arrays);
                }
                try {
                    Object result = method.invoke(watched, arguments);
                    return result instanceof PreparedStatement statement && type == Connection.class
                            ? proxy(PreparedStatement.class, statement) : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
