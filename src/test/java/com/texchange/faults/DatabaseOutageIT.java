package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.client.CamundaClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;

/**
 * PostgreSQL goes away under running steps, or has no connection left for them: they fail more often than a job has retries,
 * wait, and go on.
 */
@OwnServers
@TestPropertySource(properties = {"spring.datasource.hikari.connection-timeout=500",
    "t-exchange.camunda.retry-backoff=50ms"})
@ExtendWith(OutputCaptureExtension.class)
@Tag("faults")
class DatabaseOutageIT {

    private static final Duration PAST_A_REMINDER = Duration.ofDays(14).plusHours(1);
    private static final int RETRIES_OF_A_JOB = 5;
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
    Invitations invitations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    Scheduler scheduler;
    @Autowired
    CamundaClient client;
    @Autowired
    HikariDataSource pool;
    @Autowired
    JdbcClient jdbc;

    /** The last step has moved the onboarding and written a letter, and not committed, when everything breaks off. */
    @Test
    void aStepThatIsCutOffInItsTransactionLeavesNothingAndHasItsEffectOnce(CapturedOutput log) throws SQLException {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.connecting(supplier, distributor);
        Actor decider = people.distributor(1);
        OnboardingId decided = journey.accepting(supplier, decider);
        OnboardingId resent = journey.invite(supplier, TestPeople.anyEmail());
        await().atMost(PATIENCE).until(() -> sentLetters(resent) == 1);
        servers.camunda().awaitIdle(PATIENCE);

        Connection holder = dataSource().getConnection();
        holder.setAutoCommit(false);
        reserveLetter(holder, "connected/" + id + "/" + distributor.id());
        order(supplier, distributor);
        await().atMost(PATIENCE).until(() -> waitingForLock() == 1);
        scheduler.pause();
        acceptance.accept(decided, false, decider);
        invitations.resend(resent, supplier);
        servers.stopPostgres();
        scheduler.resume();
        await().atMost(PATIENCE).until(() -> failures(log, "confirm-onboarding") > RETRIES_OF_A_JOB + 1);
        servers.startPostgres();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> journey.stage(id) == Stage.CONNECTED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sentLetters(resent)).isEqualTo(2));
        connect(decided, supplier, decider);
        servers.camunda().awaitIdle(PATIENCE);
        for (OnboardingId connected : List.of(id, decided)) {
            assertThat(count("select count(*) from activity where onboarding_id = ? and kind = 'CONNECTED'", connected))
                    .isEqualTo(1);
            assertThat(count("select count(*) from mail_delivery where reference = ? and template = 'connected'", connected))
                    .isEqualTo(2);
        }
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
        await().atMost(PATIENCE).until(() -> failures(log, "send-reminder") > RETRIES_OF_A_JOB + 1);
        for (Connection connection : taken) {
            connection.close();
        }

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(remindersOf(id)).isEqualTo(1));
        acceptance.accept(id, false, distributor);
        connect(id, supplier, distributor);
        assertThat(remindersOf(id)).isEqualTo(1);
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
    }

    private void connect(OnboardingId id, Actor supplier, Actor distributor) {
        order(supplier, distributor);
        await().atMost(PATIENCE).until(() -> journey.stage(id) == Stage.CONNECTED);
    }

    private void order(Actor supplier, Actor distributor) {
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor);
    }

    /** Not from the pool, which gives up connections that are open too long. */
    private DataSource dataSource() {
        return new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /** Whoever writes the letter with this key waits for what becomes of this one. */
    private static void reserveLetter(Connection connection, String key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mail_delivery (id, letter_key, template, recipient, subject, html, plain, state, attempts,
                    queued_at)
                values (gen_random_uuid(), ?, 'connected', 'nobody@example.com', '', '', '', 'QUEUED', 0, now())
                """)) {
            insert.setString(1, key);
            insert.execute();
        }
    }

    private int waitingForLock() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'").query(Integer.class)
                .single();
    }

    private static long failures(CapturedOutput log, String jobType) {
        return log.getOut().lines()
                .filter(line -> line.contains("'" + jobType + "'") && line.contains(" failed, ")).count();
    }

    /** Whoever else waits for one gives up after half a second. */
    private List<Connection> takeAll() {
        List<Connection> taken = new ArrayList<>();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            taken.add(pool.getConnection());
            return taken.size() == pool.getMaximumPoolSize();
        });
        return taken;
    }

    private int remindersOf(OnboardingId id) {
        return count("select count(*) from mail_delivery where reference = ? and template = 'accept-reminder'", id);
    }

    private int sentLetters(OnboardingId id) {
        return count("select count(*) from mail_delivery where reference = ? and state = 'SENT'", id);
    }

    private int count(String sql, OnboardingId id) {
        return jdbc.sql(sql).param(id.value()).query(Integer.class).single();
    }
}
