package com.texchange.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import io.camunda.zeebe.process.test.engine.LocalCamunda;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the servers once per JVM, on free ports, and points the application to them. */
public class SharedServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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
        TestPropertyValues.of(SERVERS.properties().entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue()))
                .applyTo(context);
    }
}
