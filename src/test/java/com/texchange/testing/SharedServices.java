package com.texchange.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts the servers once per JVM, on free ports, and points the application to them. */
public class SharedServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Names a database of its own on the shared server, where a context sets it. */
    static final String DATABASE = "testing.database";
    private static final String URL = "spring.datasource.url";
    private static final LocalServers SERVERS = LocalServers.start(LocalSettings.anywhere());

    static {
        // What is awaited comes in a moment; on a busy machine the moment may be long.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        // Runs when the contexts of all tests are closed.
        SpringApplication.getShutdownHandlers().add(SERVERS::close);
    }

    /** The mail server, to read letters and to make it fail. */
    public static GreenMail mail() {
        return SERVERS.mail();
    }

    /** The engine, to move its time. */
    public static LocalCamunda camunda() {
        return SERVERS.camunda();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        OneHolder.giveTo(context);
        Map<String, Object> properties = new HashMap<>(SERVERS.properties());
        String database = context.getEnvironment().getProperty(DATABASE);
        if (database != null) {
            properties.computeIfPresent(URL, (key, url) -> withDatabase(url.toString(), database));
        }
        TestPropertyValues.of(properties.entrySet().stream().map(property -> property.getKey() + "=" + property.getValue()))
                .applyTo(context);
    }

    /** Contexts that name the same database share it. */
    private static String withDatabase(String url, String database) {
        JdbcClient server = JdbcClient.create(new DriverManagerDataSource(url));
        if (server.sql("select count(*) from pg_database where datname = ?").param(database).query(Integer.class).single() == 0) {
            server.sql("create database " + database).update();
        }
        return named(url, database);
    }

    /** The same server's address with another database. */
    static String named(String url, String database) {
        return url.replaceFirst("/[a-z_]+(?=[?]|$)", "/" + database);
    }
}
