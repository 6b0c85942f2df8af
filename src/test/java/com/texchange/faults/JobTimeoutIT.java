package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Journey;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handler takes longer than the engine waits: the job is given out again, and both come to their end. */
@OwnServers
@ExtendWith(OutputCaptureExtension.class)
@Tag("faults")
class JobTimeoutIT {

    private static final Duration PAST_A_REMINDER = Duration.ofDays(14).plusHours(1);
    private static final Duration PAST_THE_JOB = Duration.ofMinutes(3);

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    CamundaClient client;
    @Autowired
    DataSource dataSource;
    @Autowired
    JdbcClient jdbc;

    @Test
    void twoRunsHaveOneEffectAndTheSlowerOneIsNoError(CapturedOutput log) throws SQLException {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        servers.camunda().awaitIdle(Duration.ofSeconds(30));

        try (Connection holder = dataSource.getConnection()) {
            holder.setAutoCommit(false);
            lock(holder, id.value());
            servers.camunda().increaseTime(PAST_A_REMINDER);
            await().until(() -> waiting() == 1);
            servers.camunda().increaseTime(PAST_THE_JOB);
            await().until(() -> waiting() == 2);
            holder.rollback();
        }

        await().untilAsserted(() -> assertThat(log.getOut()).containsPattern("'send-reminder' of .* is gone in Camunda"));
        servers.camunda().awaitIdle(Duration.ofSeconds(30));
        assertThat(jdbc.sql("select count(*) from mail_delivery where reference = ? and template = 'accept-reminder'")
                .param(id.value()).query(Integer.class).single()).isEqualTo(1);
        assertThat(client.newIncidentSearchRequest().send().join().items()).isEmpty();
        assertThat(client.newElementInstanceSearchRequest().filter(element -> element.elementId("End_Reminded"))
                .send().join().items()).hasSize(1);
        assertThat(log.getOut()).doesNotContain(" ERROR ");
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select 1 from onboarding where id = ? for update")) {
            lock.setObject(1, id);
            lock.execute();
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'").query(Integer.class)
                .single();
    }
}
