package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@TasksModuleTest
class TasksIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Tasks tasks;
    @Autowired
    Inbox inbox;
    @Autowired
    EngineCommands engine;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void decisionIsHandedToTheEngineAndTheTaskIsNoLongerOpen() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);
        assertThat(tasks.findOpen(SampleForm.ELEMENT, task.subjectId())).map(UserTask::key).contains(task.key());

        submit(task, anna);

        verify(engine).completeTask(task.key(), Map.of("accepted", true));
        assertThat(tasks.findOpen(SampleForm.ELEMENT, task.subjectId())).isEmpty();
        assertThat(inbox.find(task.key(), anna).orElseThrow().state()).isEqualTo(UserTask.State.SUBMITTED);
    }

    @Test
    void decisionNeedsTheTransactionOfTheBusiness() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> tasks.submit(task.key(), anna, Map.of()));
    }

    @Test
    void secondDecisionIsRefusedNamingWhoDecided() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask task = samples.open(anna, null);
        submit(task, anna);

        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> submit(task, boris));

        assertThat(refusal.messageKey()).isEqualTo("tasks.refused.done");
        assertThat(refusal.arguments()).startsWith("Anna").hasSize(2);
        // The page writes it by its own clock.
        assertThat(refusal.arguments()[1]).isInstanceOf(Instant.class);
        verify(engine, times(1)).completeTask(eq(task.key()), any());
    }

    @Test
    void taskOfAColleagueIsRefusedNamingTheColleague() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask task = samples.open(anna, null);
        tasks.claim(task.key(), anna);

        for (BiConsumer<Long, Actor> command : List.<BiConsumer<Long, Actor>>of(
                tasks::claim, tasks::release, (key, person) -> submit(task, person))) {
            RefusedException refusal = catchThrowableOfType(RefusedException.class,
                    () -> command.accept(task.key(), boris));
            assertThat(refusal.messageKey()).isEqualTo("tasks.refused.claimed");
            assertThat(refusal.arguments()).containsExactly("Anna");
        }
        verify(engine, never()).completeTask(eq(task.key()), any());
        submit(task, anna);
    }

    @Test
    void claimAndReleaseAreSeenAtOnceAndToldToTheEngineOnce() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);

        tasks.claim(task.key(), anna);
        tasks.claim(task.key(), anna);
        assertThat(inbox.find(task.key(), anna).orElseThrow().assigneeName()).isEqualTo("Anna");
        tasks.release(task.key(), anna);
        tasks.release(task.key(), anna);

        assertThat(inbox.find(task.key(), anna).orElseThrow().assignee()).isNull();
        verify(engine, times(1)).assignTask(task.key(), anna.id().toString());
        verify(engine, times(1)).unassignTask(task.key());
    }

    @Test
    void unknownAndFinishedTasksAreGone() {
        Actor anna = samples.distributor("Anna");
        SampleTask canceled = samples.open(anna, null);
        canceled.tell("canceling");

        for (SampleTask task : List.of(samples.unknown(anna), canceled)) {
            RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> submit(task, anna));
            assertThat(refusal.messageKey()).isEqualTo("tasks.refused.gone");
        }
    }

    /** In Tasklist or Operate: nobody has submitted it here. */
    @Test
    void taskThatWasDoneElsewhereIsGone() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);
        task.tell("completing");

        for (Runnable late : List.<Runnable>of(() -> submit(task, anna), () -> tasks.claim(task.key(), anna),
                () -> tasks.refuseIfDone(SampleForm.ELEMENT, task.subjectId(), anna.companyId()))) {
            assertThat(catchThrowableOfType(RefusedException.class, late::run).messageKey())
                    .isEqualTo("tasks.refused.gone");
        }
    }

    @Test
    void decisionIsValidBeforeItsTask() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.unknown(anna);

        transaction.executeWithoutResult(status ->
                tasks.submitIfOffered(SampleForm.ELEMENT, task.subjectId(), anna, Map.of()));
        verify(engine, never()).completeTask(eq(task.key()), any());
        task.tell("creating");
        transaction.executeWithoutResult(status ->
                tasks.submitIfOffered(SampleForm.ELEMENT, task.subjectId(), anna, Map.of()));

        verify(engine).completeTask(task.key(), Map.of());
    }

    @Test
    void answerOfTheBusinessIsGivenOnceAndMayHaveNoName() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);

        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> tasks.complete(task.key(), null, Map.of("accepted", true)));
        }

        verify(engine, times(1)).completeTask(task.key(), Map.of("accepted", true));
        assertThat(inbox.find(task.key(), anna).orElseThrow().state()).isEqualTo(UserTask.State.SUBMITTED);
        task.tell("completing");
        tasks.refuseIfDone(SampleForm.ELEMENT, task.subjectId(), anna.companyId());
    }

    @Test
    void withdrawnTaskLeavesTheInboxWithoutACommand() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);

        transaction.executeWithoutResult(status -> tasks.withdraw(task.key()));

        assertThat(inbox.find(task.key(), anna)).isEmpty();
        verify(engine, never()).completeTask(eq(task.key()), any());
    }

    @Test
    void onlyPeopleOfTheGroupMaySeeOrDoATask() {
        Actor anna = samples.distributor("Anna");
        SampleTask task = samples.open(anna, null);

        for (Actor other : List.of(samples.distributor("Clara"), samples.person("Sales", Role.SALES, null),
                samples.person("Manager", Role.PROCESS_MANAGER, null),
                samples.person("Supplier", Role.SUPPLIER, anna.companyId()))) {
            assertThat(inbox.find(task.key(), other)).isEmpty();
            assertThat(inbox.page(other, TaskSamples.showing(TaskFilter.ALL), 0, 500)).extracting(UserTask::key).doesNotContain(task.key());
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> submit(task, other));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> tasks.claim(task.key(), other));
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> tasks.release(task.key(), other));
        }
        assertThat(inbox.find(task.key(), samples.colleague(anna, "Boris"))).isPresent();
    }

    @Test
    void countLeavesOutWhatColleaguesHaveClaimedAndWhatIsDecided() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask first = samples.open(anna, null);
        SampleTask second = samples.open(anna, null);
        samples.open(anna, null);
        tasks.claim(first.key(), anna);
        submit(second, anna);

        assertThat(tasks.openCount(anna)).isEqualTo(2);
        assertThat(tasks.openCount(boris)).isEqualTo(1);
        assertThat(tasks.openCount(anna, 1)).isEqualTo(1);
        assertThat(tasks.openCount(anna, 1000)).isEqualTo(2);
        assertThat(tasks.openCount(samples.person("Manager", Role.PROCESS_MANAGER, null))).isZero();
    }

    @RepeatedTest(5)
    void ofTwoPeopleWhoClaimOneTaskExactlyOneGetsIt() throws Exception {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask task = samples.open(anna, null);

        List<RefusedException> refusals = race(() -> tasks.claim(task.key(), anna), () -> tasks.claim(task.key(), boris));

        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst().messageKey()).isEqualTo("tasks.refused.claimed");
        assertThat(refusals.getFirst().arguments()).containsExactly(
                inbox.find(task.key(), anna).orElseThrow().assigneeName());
        verify(engine, times(1)).assignTask(eq(task.key()), any());
    }

    @RepeatedTest(5)
    void ofTwoPeopleWhoDecideOneTaskExactlyOneDoes() throws Exception {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask task = samples.open(anna, null);

        List<RefusedException> refusals = race(() -> submit(task, anna), () -> submit(task, boris));

        assertThat(refusals).extracting(RefusedException::messageKey).containsExactly("tasks.refused.done");
        verify(engine, times(1)).completeTask(eq(task.key()), any());
        verify(engine, never()).assignTask(eq(task.key()), any());
    }

    private void submit(SampleTask task, Actor actor) {
        transaction.executeWithoutResult(status -> tasks.submit(task.key(), actor, Map.of("accepted", true)));
    }

    /** Starts both at the same moment and gives the refusals. */
    private static List<RefusedException> race(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<RefusedException>>> results =
                    threads.invokeAll(List.of(racer(start, one), racer(start, other)));
            return Stream.of(results.get(0).get(), results.get(1).get()).flatMap(Optional::stream).toList();
        }
    }

    private static Callable<Optional<RefusedException>> racer(CyclicBarrier start, Runnable run) {
        return () -> {
            start.await();
            try {
                run.run();
                return Optional.empty();
            } catch (RefusedException e) {
                return Optional.of(e);
            }
        };
    }
}
