package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.NothingConnected;
import com.texchange.process.EngineCommands;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.TaskSamples;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine offers a task, perhaps once more after it was built anew: what the business knows answers it. */
@WithoutProcess
class OfferedTasksIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    OnboardingRepository repository;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Registrations registrations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    EngineCommands engine;
    @Autowired
    LicenseChoice choice;
    @Autowired
    ChangeFeed feed;
    private Actor supplier;
    private Actor distributor;
    private OnboardingId id;

    @BeforeEach
    void taken() {
        supplier = people.supplier();
        distributor = people.distributor(1);
        id = journey.invite(supplier, distributor.email().value());
        joining.follow(journey.token(id), distributor);
    }

    @Test
    void theInvitationsTaskWaitsForAPersonWhileNobodyHasDecided() {
        long task = offer(OnboardingTasks.ACCEPT, id.value());

        assertThat(state(task)).isEqualTo("OPEN");
        verify(engine, never()).completeTask(eq(task), any());
    }

    @ParameterizedTest
    @CsvSource({"CONNECTING,true", "CONNECTED,true", "DECLINED,false"})
    void theInvitationsTaskIsAnsweredAsTheStageSays(Stage stage, boolean accepted) {
        be(stage);

        long task = offer(OnboardingTasks.ACCEPT, id.value());

        assertThat(state(task)).isEqualTo("SUBMITTED");
        verify(engine).completeTask(task, Map.of("accepted", accepted));
    }

    @ParameterizedTest
    @CsvSource({"REVOKED", "EXPIRED", "REJECTED"})
    void anInvitationThatHasEndedAsksNobody(Stage stage) {
        be(stage);

        long task = offer(OnboardingTasks.ACCEPT, id.value());

        assertThat(state(task)).isEqualTo("CANCELED");
        verify(engine, never()).completeTask(eq(task), any());
    }

    @Test
    void whoHasDecidedStandsByTheTask() {
        acceptance.accept(id, false, distributor);

        long task = offer(OnboardingTasks.ACCEPT, id.value());

        assertThat(submitter(task)).isEqualTo(distributor.id().value());
    }

    @Test
    void theChoiceOfLicensesIsAnsweredWithTheOrderAndAskedAgainAfterIt() {
        acceptance.accept(id, false, distributor);
        UUID order = orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor)
                .id().value();

        long answered = offer(OnboardingTasks.CONNECT, id.value());
        assertThat(submitter(answered)).isEqualTo(distributor.id().value());
        verify(engine).completeTask(answered, Map.of("orderId", order.toString()));

        jdbc.sql("update onboarding set connection_order_id = null where id = ?").param(id.value()).update();
        long open = offer(OnboardingTasks.CONNECT, id.value());
        assertThat(state(open)).isEqualTo("OPEN");
        assertThat(state(answered)).isEqualTo("CANCELED");
    }

    /** Nobody does it, so the story has no line of it; pages would go on to tell that the choice is made, or that it is still to be. */
    @Test
    void openPagesHearThatTheChoiceIsAskedForAgainAndThatAnOrderThatGoesOnAnswersIt() {
        acceptance.accept(id, false, distributor);
        OrderId order = orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor).id();
        clearInvocations(feed);

        transaction.executeWithoutResult(status -> choice.chooseAgain(new NothingConnected(order)));
        heardOfTheOnboarding();
        clearInvocations(feed);

        Boolean taken = transaction.execute(status -> choice.take(orders.get(order), null));
        assertThat(taken).isTrue();
        heardOfTheOnboarding();
    }

    private void heardOfTheOnboarding() {
        verify(feed).publish(new Change(Change.Topic.ONBOARDING, id.toString()));
        verify(feed).publish(new Change(Change.Topic.ONBOARDING, String.valueOf(supplier.companyId())));
        verify(feed).publish(new Change(Change.Topic.ONBOARDING, String.valueOf(distributor.companyId())));
    }

    /** One that is closed though no invitation has ended is that of somebody who was erased. */
    @ParameterizedTest
    @CsvSource({"REQUESTED,,OPEN", "APPROVED,true,SUBMITTED", "OPENED,true,SUBMITTED", "REJECTED,false,SUBMITTED",
        "CLOSED,false,SUBMITTED"})
    void aRegistrationsTaskIsAnsweredAsSalesHasDecided(String state, Boolean approved, String taskState) {
        RegistrationId registration = registrations.request(Journey.newcomer(TestPeople.anyEmail()), Locale.ENGLISH);
        jdbc.sql("update registration set state = ? where id = ?").params(state, registration.value()).update();

        long task = offer("Task_RegisterDistributor", registration.value());

        assertThat(state(task)).isEqualTo(taskState);
        if (approved == null) {
            verify(engine, never()).completeTask(eq(task), any());
        } else {
            verify(engine).completeTask(task, Map.of("approved", approved));
        }
    }

    @Test
    void aTaskThatIsOfferedWhileSomebodyDecidesIsAnsweredByTheOffer() throws Exception {
        long task = TaskSamples.nextKey();

        waitingForEachOther(() -> acceptance.accept(id, false, distributor),
                () -> offer(task, OnboardingTasks.ACCEPT, id.value()));

        assertThat(state(task)).isEqualTo("SUBMITTED");
        verify(engine).completeTask(task, Map.of("accepted", true));
    }

    @Test
    void aDecisionWhileTheTaskIsBeingOfferedAnswersIt() throws Exception {
        long task = TaskSamples.nextKey();

        waitingForEachOther(() -> offer(task, OnboardingTasks.ACCEPT, id.value()),
                () -> acceptance.decline(id, "Нет", distributor));

        assertThat(state(task)).isEqualTo("SUBMITTED");
        verify(engine).completeTask(task, Map.of("accepted", false));
    }

    /** A task that is left over is closed by the same offer: its row too is locked after the onboarding only. */
    @Test
    void aDecisionAndANewerTaskDoNotLockEachOtherOut() throws Exception {
        long older = offer(OnboardingTasks.ACCEPT, id.value());
        long newer = TaskSamples.nextKey();

        waitingForEachOther(() -> repository.findLockedById(id), () -> offer(newer, OnboardingTasks.ACCEPT, id.value()),
                () -> acceptance.accept(id, false, distributor));

        assertThat(state(older)).isEqualTo("CANCELED");
        assertThat(state(newer)).isEqualTo("SUBMITTED");
        verify(engine).completeTask(newer, Map.of("accepted", true));
    }

    private void waitingForEachOther(Runnable first, Runnable second) throws Exception {
        waitingForEachOther(first, second, () -> { });
    }

    /**
     * Runs the second while the first has done its work and not committed; fails if the second does not wait. While it
     * does, the rest is done in the transaction of the first.
     */
    private void waitingForEachOther(Runnable first, Runnable second, Runnable rest) throws Exception {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        CompletableFuture<Void> commit = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = threads.submit(() -> transaction.executeWithoutResult(status -> {
                first.run();
                done.complete(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
                commit.join();
                rest.run();
            }));
            try {
                await().until(() -> done.isDone() || one.isDone());
                int holder = done.getNow(0);
                Future<?> other = threads.submit(second);
                await().until(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))
                        """).param(holder).query(Integer.class).single() > 0);
                commit.complete(null);
                one.get();
                other.get();
            } finally {
                commit.complete(null);
            }
        }
    }

    private void be(Stage stage) {
        jdbc.sql("update onboarding set stage = ? where id = ?").params(stage.name(), id.value()).update();
    }

    private long offer(String element, UUID subject) {
        long task = TaskSamples.nextKey();
        offer(task, element, subject);
        return task;
    }

    private void offer(long task, String element, UUID subject) {
        String variable = element.equals("Task_RegisterDistributor") ? "registrationId" : "onboardingId";
        jobs.offer(task, element, variable, subject, distributor);
    }

    private String state(long task) {
        return jdbc.sql("select state from user_task where task_key = ?").param(task).query(String.class).single();
    }

    private UUID submitter(long task) {
        return jdbc.sql("select submitted_by from user_task where task_key = ?").param(task).query(UUID.class).single();
    }
}
