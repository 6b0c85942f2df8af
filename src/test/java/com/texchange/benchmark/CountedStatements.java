package com.texchange.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes the statements of one thread while it is asked to; otherwise it costs nothing. */
@TestComponent
class CountedStatements implements BeanPostProcessor {

    private static final Pattern COUNT = Pattern.compile("\\bcount\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final List<String> asked = new ArrayList<>();
    private volatile @Nullable Thread watched;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    /** All statements that something asks on this thread. */
    List<String> during(Runnable questions) {
        asked.clear();
        watched = Thread.currentThread();
        try {
            questions.run();
        } finally {
            watched = null;
        }
        return List.copyOf(asked);
    }

    /** Those of them that count rows. */
    static long counts(List<String> statements) {
        return statements.stream().filter(sql -> COUNT.matcher(sql).find()).count();
    }

    private final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return Thread.currentThread() == watched ? noting(connection) : connection;
        }

        private Connection noting(Connection connection) {
            return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                    (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            asked.add((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
