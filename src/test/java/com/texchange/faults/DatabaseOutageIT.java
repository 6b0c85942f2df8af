package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.client.CamundaClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** PostgreSQL goes away under running steps, or has no connection left for them: they fail, wait, and go on. */
@OwnServers
@TestPropertySource(properties = {"spring.datasource.hikari.connection-timeout=1000",
    "t-exchange.camunda.retry-backoff=1s"})
@ExtendWith(OutputCaptureExtension.class)
@Tag("faults")
class DatabaseOutageIT {

    private static final Duration PAST_A_REMINDER = Duration.ofDays(14).plusHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    CamundaClient client;
    @Autowired
    HikariDataSource pool;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aStepWaitsForTheDatabaseAndHasItsEffectOnce(CapturedOutput log) {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        servers.camunda().awaitIdle(Duration.ofSeconds(30));

        servers.stopPostgres();
        servers.camunda().increaseTime(PAST_A_REMINDER);
        await().atMost(PATIENCE).until(() -> log.getOut().contains("'send-reminder'") && log.getOut().contains("failed,"));
        servers.startPostgres();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(remindersOf(id)).isEqualTo(1));
        connect(id, supplier, distributor);
        assertThat(remindersOf(id)).isEqualTo(1);
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    @Test
    void aStepWaitsForAConnectionAndHasItsEffectOnce(CapturedOutput log) throws SQLException {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        servers.camunda().awaitIdle(Duration.ofSeconds(30));

        List<Connection> taken = takeAll();
        servers.camunda().increaseTime(PAST_A_REMINDER);
        await().atMost(PATIENCE).until(() -> log.getOut().contains("'send-reminder'") && log.getOut().contains("failed,"));
        for (Connection connection : taken) {
            connection.close();
        }

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(remindersOf(id)).isEqualTo(1));
        connect(id, supplier, distributor);
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private void connect(OnboardingId id, Actor supplier, Actor distributor) {
        acceptance.accept(id, false, distributor);
        orders.place(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor);
        await().atMost(PATIENCE).until(() -> journey.stage(id) == Stage.CONNECTED);
    }

    /** Whoever else waits for one gives up after a second. */
    private List<Connection> takeAll() {
        List<Connection> taken = new ArrayList<>();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            taken.add(pool.getConnection());
            return taken.size() == pool.getMaximumPoolSize();
        });
        return taken;
    }

    private int remindersOf(OnboardingId id) {
        return jdbc.sql("select count(*) from mail_delivery where reference = ? and template = 'accept-reminder'")
                .param(id.value()).query(Integer.class).single();
    }
}
