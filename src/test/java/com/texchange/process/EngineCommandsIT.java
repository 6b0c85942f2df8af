package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.texchange.common.LastStatement;
import com.texchange.process.EngineCommand.AssignTask;
import com.texchange.process.EngineCommand.CompleteTask;
import com.texchange.process.EngineCommand.Publish;
import com.texchange.process.EngineCommand.UnassignTask;
import com.texchange.testing.IntegrationTest;
import io.camunda.client.api.ProblemDetail;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The commands' way through PostgreSQL and db-scheduler, wired as in the application but in a schema of its own, so that
 * the application's scheduler does not take them and the engine's answers can be chosen.
 */
@IntegrationTest
class EngineCommandsIT {

    private static final long TASK = 2251799813685249L;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DbSchedulerCustomizer customizer;

    @Autowired
    EngineCommands ofTheApplication;

    private final String schema = "commands_" + UUID.randomUUID().toString().replace("-", "");
    private final List<EngineCommand> taken = new CopyOnWriteArrayList<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean deployed = new AtomicBoolean(true);
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Scheduler scheduler;
    private CommandsInHand hand;
    private EngineCommands commands;

    @BeforeEach
    void wire() {
        JdbcClient.create(dataSource("public")).sql("create schema " + schema).update();
        DataSource dataSource = dataSource(schema);
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table scheduled_tasks (like public.scheduled_tasks including all)").update();
        jdbc.sql("create sequence engine_command_order").update();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        CommandAttempt attempt = new CommandAttempt(sender(), events::add, transaction);
        ObjectProvider<Scheduler> ofThis = mock();
        when(ofThis.getObject()).thenAnswer(call -> scheduler);
        hand = new CommandsInHand(given(), attempt, mock(), ofThis);
        CommandExecution execution = new CommandExecution(attempt, new CommandQueue(jdbc), hand, deployment());
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource),
                        new CommandConfiguration().engineCommandTask(execution))
                .serializer(customizer.serializer().orElseThrow())
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        scheduler.start();
        hand.start();
        hand.deployed(new ProcessesDeployed());
        commands = new EngineCommands(hand);
    }

    @AfterEach
    void stop() {
        hand.stop();
        scheduler.stop();
        JdbcClient.create(dataSource("public")).sql("drop schema " + schema + " cascade").update();
    }

    @Test
    void sendsACommandOnlyAfterTheCommit() {
        transaction.executeWithoutResult(status -> {
            commands.publish(message("first"));
            scheduler.triggerCheckForDueExecutions();
            await().during(Duration.ofMillis(500)).until(taken::isEmpty);
        });

        await().untilAsserted(() -> assertThat(taken).containsExactly(new Publish(message("first"))));
        await().until(this::nothingWaits);
    }

    @Test
    void dropsACommandWithTheTransactionThatGaveIt() {
        transaction.executeWithoutResult(status -> {
            commands.publish(message("dropped"));
            status.setRollbackOnly();
        });

        give(() -> commands.publish(message("kept")));
        await().untilAsserted(() -> assertThat(taken).containsExactly(new Publish(message("kept"))));
        assertThat(nothingWaits()).isTrue();
    }

    @Test
    void refusesACommandOutsideATransaction() {
        assertThatThrownBy(() -> ofTheApplication.unassignTask(TASK))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void repeatsACommandUntilTheEngineIsBack() {
        answers.add(new ClientStatusException(Status.UNAVAILABLE, null));
        answers.add(problem(503, "UNAVAILABLE"));

        give(() -> commands.completeTask(TASK, Map.of("accepted", true)));

        await().untilAsserted(() ->
                assertThat(taken).containsExactly(new CompleteTask(TASK, Map.of("accepted", true))));
        await().until(this::nothingWaits);
        assertThat(events).isEmpty();
    }

    @Test
    void takesAMessageThatTheEngineHasAlreadyForPublished() {
        answers.add(new ClientStatusException(Status.ALREADY_EXISTS, null));

        give(() -> commands.publish(message("twice")));

        await().until(() -> answers.isEmpty() && nothingWaits());
        assertThat(taken).isEmpty();
    }

    @Test
    void tellsThatAUserTaskIsGone() {
        answers.add(problem(404, "NOT_FOUND"));

        give(() -> commands.completeTask(TASK, Map.of()));

        await().untilAsserted(() -> assertThat(events).containsExactly(new UserTaskGone(TASK)));
        await().until(this::nothingWaits);
    }

    @Test
    void tellsThatTheEngineHasTakenAnotherTryOfAStep() {
        answers.add(new ClientStatusException(Status.UNAVAILABLE, null));

        give(() -> commands.retryStep(TASK, 7L));

        await().untilAsserted(() -> assertThat(events).containsExactly(new RetryTaken(TASK)));
        assertThat(taken).containsExactly(new EngineCommand.RetryStep(TASK, 7L));
        await().until(this::nothingWaits);
    }

    @Test
    void sendsInOrderWhatOneTransactionGives() {
        give(() -> {
            commands.assignTask(TASK, "one");
            commands.unassignTask(TASK);
            commands.completeTask(TASK, Map.of());
        });

        await().until(this::nothingWaits);
        assertThat(taken).containsExactly(new AssignTask(TASK, "one"), new UnassignTask(TASK),
                new CompleteTask(TASK, Map.of()));
    }

    @Test
    void sendsWhatFindsNoRoomAsWell() {
        give(() -> {
            for (long task = TASK; task < TASK + 2 * CommandsInHand.MOST; task++) {
                commands.unassignTask(task);
            }
        });

        await().until(this::nothingWaits);
        assertThat(taken).hasSize(2 * CommandsInHand.MOST).doesNotHaveDuplicates();
    }

    @Test
    void takesOverWhatAnInstanceThatDiedHadInHand() {
        give(() -> given().add(new UnassignTask(TASK), true, written -> { }));
        give(() -> commands.completeTask(TASK, Map.of()));

        await().until(this::nothingWaits);
        assertThat(taken).containsExactly(new UnassignTask(TASK), new CompleteTask(TASK, Map.of()));
    }

    @Test
    void leavesWhatItIsGivenToOthersOnceItStops() {
        hand.stop();
        scheduler.stop();
        give(() -> commands.unassignTask(TASK));

        assertThat(jdbc.sql("select picked from scheduled_tasks").query(Boolean.class).list()).containsExactly(false);
        assertThat(taken).isEmpty();
    }

    @Test
    void keepsARefusedCommandForAnHourAndLetsLaterOnesPass() {
        answers.add(problem(400, "INVALID_ARGUMENT"));
        give(() -> commands.assignTask(TASK, "x"));
        await().untilAsserted(() -> assertThat(jdbc.sql("""
                select consecutive_failures from scheduled_tasks
                 where execution_time > now() + interval '55 minutes'
                """).query(Integer.class).list()).containsExactly(1));

        give(() -> commands.completeTask(TASK, Map.of("retry", false)));
        await().untilAsserted(() -> assertThat(taken).containsExactly(new CompleteTask(TASK, Map.of("retry", false))));
    }

    @Test
    void keepsTheOrderOfCommandsOnOneTaskWhenTheFirstOneFails() {
        answers.add(problem(409, "INVALID_STATE"));

        give(() -> commands.assignTask(TASK, "one"));
        await().until(answers::isEmpty);
        give(() -> commands.unassignTask(TASK));
        give(() -> commands.unassignTask(TASK + 1));

        await().until(() -> taken.size() == 3);
        assertThat(taken).containsSubsequence(new AssignTask(TASK, "one"), new UnassignTask(TASK));
    }

    @Test
    void waitsUntilTheEngineHasTheProcesses() {
        deployed.set(false);
        hand.stop();
        give(() -> commands.publish(message("early")));
        await().until(() -> jdbc.sql("select count(last_success) from scheduled_tasks")
                .query(Integer.class).single() == 1);
        assertThat(taken).isEmpty();

        deployed.set(true);
        await().untilAsserted(() -> assertThat(taken).hasSize(1));
    }

    private GivenCommands given() {
        return new GivenCommands(jdbc, new LastStatement(jdbc), customizer);
    }

    private void give(Runnable action) {
        transaction.executeWithoutResult(status -> action.run());
    }

    private boolean nothingWaits() {
        return jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single() == 0;
    }

    private CommandSender sender() {
        CommandSender sender = mock();
        doAnswer(call -> {
            RuntimeException failure = answers.poll();
            if (failure != null) {
                throw failure;
            }
            taken.add(call.getArgument(0));
            return null;
        }).when(sender).send(any());
        return sender;
    }

    private ProcessDeployment deployment() {
        ProcessDeployment deployment = mock();
        when(deployment.isSettled()).thenAnswer(call -> deployed.get());
        return deployment;
    }

    private DataSource dataSource(String ofSchema) {
        String url = database.getJdbcUrl();
        return new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + ofSchema,
                database.getUsername(), database.getPassword());
    }

    private static ProcessMessage message(String id) {
        return new ProcessMessage("distributor-invited", "onboarding-" + id, id, Map.of("distributorCode", "12345"));
    }

    private static ProblemException problem(int status, String title) {
        return new ProblemException(status, title, new ProblemDetail().setTitle(title));
    }
}
