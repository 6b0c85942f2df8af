package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** PostgreSQL's host vanishes without a word: no connection breaks, and no answer comes. */
@SpringBootTest
@Import({TestPeople.class, Journey.class})
@ContextConfiguration(initializers = SilentDatabaseIT.Start.class)
@DirtiesContext
@TestPropertySource(properties = {"spring.datasource.hikari.data-source-properties.socketTimeout=3",
    "spring.datasource.hikari.connection-timeout=2000", "t-exchange.camunda.retry-backoff=500ms"})
@Tag("faults")
class SilentDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Line postgres;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    ChangeFeed feed;
    @Autowired
    CamundaClient client;
    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyWaitsForEverAndAllGoesOnWhenItIsBack() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connecting(supplier, distributor);
        List<Change> heard = new CopyOnWriteArrayList<>();
        feed.subscribe(heard::add);

        CompletableFuture<Integer> asking = CompletableFuture.supplyAsync(this::askForAMinute);
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from pg_stat_activity where query like '%pg_sleep%' "
                + "and pid <> pg_backend_pid()").query(Integer.class).single() == 1);
        postgres.fallSilent();
        Instant silent = Instant.now();

        await().atMost(PATIENCE).until(asking::isCompletedExceptionally);
        assertThat(Duration.between(silent, Instant.now())).as("until it was given up").isLessThan(SOON);
        postgres.mend();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> journey.stage(id) == Stage.CONNECTING);
        OnboardingId next = journey.accepting(supplier, people.distributor(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard)
                .anyMatch(change -> change.concerns(Change.Topic.ONBOARDING, next.toString())));
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private int askForAMinute() {
        return jdbc.sql("select count(pg_sleep(60))").query(Integer.class).single();
    }

    /** Servers of the test's own, with the application at the other end of a line to PostgreSQL. */
    static class Start extends OwnServers.Start {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            URI address = URI.create(context.getEnvironment().getRequiredProperty("spring.datasource.url").substring(5));
            Line line = Line.to(address.getPort());
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("postgresLine", line);
            beans.registerDisposableBean("postgresLine", line::close);
            TestPropertyValues.of("spring.datasource.url=jdbc:postgresql://127.0.0.1:" + line.port() + address.getPath())
                    .applyTo(context);
        }
    }
}
