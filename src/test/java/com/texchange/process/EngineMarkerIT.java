package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.texchange.testing.IntegrationTest;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Engines come and go, in a schema of the test's own: only what is known to be another engine's is given up. */
@IntegrationTest
class EngineMarkerIT {

    @Autowired
    JdbcConnectionDetails database;
    private final String schema = "marker_" + UUID.randomUUID().toString().replace("-", "");
    private final List<Object> events = new ArrayList<>();
    private final Engine own = new Engine();
    private final Engine other = new Engine();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    /** What an engine keeps, and how it can fail. */
    private static final class Engine {

        private final Set<UUID> kept = new HashSet<>();
        private boolean isAway;
        private boolean answersAreLost;

        private MarkerMessages messages() {
            MarkerMessages messages = mock();
            doAnswer(call -> {
                reach();
                kept.add(call.getArgument(0));
                if (answersAreLost) {
                    throw new ClientStatusException(Status.DEADLINE_EXCEEDED, null);
                }
                return null;
            }).when(messages).keep(any());
            when(messages.isKept(any())).thenAnswer(call -> {
                reach();
                return kept.contains(call.<UUID>getArgument(0));
            });
            return messages;
        }

        private void reach() {
            if (isAway) {
                throw new ClientStatusException(Status.UNAVAILABLE, null);
            }
        }
    }

    @BeforeEach
    void wire() {
        JdbcClient.create(dataSource("public")).sql("create schema " + schema).update();
        DriverManagerDataSource dataSource = dataSource(schema);
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table scheduled_tasks (like public.scheduled_tasks including all)").update();
        jdbc.sql("create table engine_marker (like public.engine_marker including all)").update();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        command("task-42/1", false);
        command("task-43/2", true);
        command("message-a/3", false);
    }

    @AfterEach
    void drop() {
        JdbcClient.create(dataSource("public")).sql("drop schema " + schema + " cascade").update();
    }

    @Test
    void theFirstEngineIsTheOwnOneAndStaysIt() {
        recognize(own, false);
        recognize(own, false);
        recognize(own, true);

        assertNothingGivenUp();
    }

    @Test
    void theOwnEngineIsNotMistakenWhenItWentAwayBeforeItKeptTheMarker() {
        own.isAway = true;
        assertThatThrownBy(() -> recognize(own, true)).isInstanceOf(ClientStatusException.class);
        own.isAway = false;
        recognize(own, true);

        assertNothingGivenUp();
    }

    @Test
    void theOwnEngineIsNotMistakenWhenItsAnswerWasLost() {
        own.answersAreLost = true;
        assertThatThrownBy(() -> recognize(own, true)).isInstanceOf(ClientStatusException.class);
        own.answersAreLost = false;
        recognize(own, true);
        recognize(own, true);

        assertNothingGivenUp();
    }

    @Test
    void anotherEngineChangesNothingUnlessSomebodySaysSoAndTheOwnOneIsKnownAfterIt() {
        recognize(own, false);

        assertThatThrownBy(() -> recognize(other, false)).isInstanceOf(UnknownEngineException.class);
        recognize(own, false);

        assertThat(other.kept).isEmpty();
        assertNothingGivenUp();
    }

    @Test
    void anEngineThatTakesTheOthersPlaceEndsWhatWasOnItsTasksOnceAndNothingElse() {
        recognize(own, false);

        recognize(other, true);
        recognize(other, true);
        recognize(other, false);

        assertThat(events).containsExactly(new EngineReplaced());
        assertThat(commands()).containsExactly("message-a/3");
    }

    @Test
    void theNewEngineIsKnownAlsoWhenTheReplacementWasCutOff() {
        recognize(own, false);
        other.answersAreLost = true;
        assertThatThrownBy(() -> recognize(other, true)).isInstanceOf(ClientStatusException.class);
        assertNothingGivenUp();
        other.answersAreLost = false;

        recognize(other, true);
        command("task-42/4", false);
        recognize(other, true);

        assertThat(events).hasSize(1);
        assertThat(commands()).contains("task-42/4");
    }

    private void recognize(Engine engine, boolean mayReplace) {
        new EngineMarker(engine.messages(), new CommandQueue(jdbc), jdbc, transaction, events::add).recognize(mayReplace);
    }

    private void command(String id, boolean picked) {
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('engine-command', ?, now(), ?, 1)
                """).params(id, picked).update();
    }

    private void assertNothingGivenUp() {
        assertThat(events).isEmpty();
        assertThat(commands()).containsExactly("message-a/3", "task-42/1", "task-43/2");
    }

    private List<String> commands() {
        return jdbc.sql("select task_instance from scheduled_tasks order by 1").query(String.class).list();
    }

    private DriverManagerDataSource dataSource(String ofSchema) {
        String url = database.getJdbcUrl();
        return new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + ofSchema,
                database.getUsername(), database.getPassword());
    }
}
