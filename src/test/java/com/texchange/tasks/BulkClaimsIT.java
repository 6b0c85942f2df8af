package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@TasksModuleTest
class BulkClaimsIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Tasks tasks;
    @Autowired
    BulkClaims bulk;
    @Autowired
    Inbox inbox;
    @Autowired
    EngineCommands engine;

    @Test
    void freeTasksAreTakenAndTheAnswerSaysWhoHasTheOthers() {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        SampleTask free = samples.open(anna, null);
        SampleTask own = samples.open(anna, null);
        SampleTask his = samples.open(anna, null);
        SampleTask done = samples.open(anna, null);
        tasks.claim(own.key(), anna);
        tasks.claim(his.key(), boris);
        done.tell("completing");

        BulkClaim result = bulk.claim(List.of(free.key(), own.key(), his.key(), done.key(),
                samples.unknown(anna).key()), anna);

        assertThat(result).isEqualTo(new BulkClaim(2, Map.of("Boris", 1L), 2));
        assertThat(inbox.find(free.key(), anna).orElseThrow().assigneeName()).isEqualTo("Anna");
        assertThat(inbox.find(his.key(), anna).orElseThrow().assigneeName()).isEqualTo("Boris");
        verify(engine).assignTask(free.key(), anna.id().toString());
        verify(engine, times(1)).assignTask(eq(own.key()), any());
    }

    @Test
    void aTaskOfAnotherGroupSpoilsTheWholeStep() {
        Actor anna = samples.distributor("Anna");
        SampleTask free = samples.open(anna, null);
        SampleTask foreign = samples.open(samples.distributor("Clara"), null);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> bulk.claim(List.of(free.key(), foreign.key()), anna));

        assertThat(inbox.find(free.key(), anna).orElseThrow().assignee()).isNull();
        verify(engine, never()).assignTask(eq(free.key()), any());
    }

    @Test
    void tooManyAtOnceAreRefused() {
        Actor anna = samples.distributor("Anna");

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() ->
                bulk.claim(LongStream.rangeClosed(1, BulkClaims.MAX + 1).boxed().toList(), anna));
    }

    @RepeatedTest(5)
    void ofTwoWhoTakeTheSameTasksEachIsTakenByExactlyOne() throws Exception {
        Actor anna = samples.distributor("Anna");
        Actor boris = samples.colleague(anna, "Boris");
        List<Long> keys = Stream.generate(() -> samples.open(anna, null).key()).limit(10).toList();
        List<Long> reversed = new ArrayList<>(keys);
        Collections.reverse(reversed);
        CyclicBarrier start = new CyclicBarrier(2);

        BulkClaim hers;
        BulkClaim his;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<BulkClaim> one = threads.submit(() -> {
                start.await();
                return bulk.claim(keys, anna);
            });
            Future<BulkClaim> other = threads.submit(() -> {
                start.await();
                return bulk.claim(reversed, boris);
            });
            hers = one.get();
            his = other.get();
        }

        assertThat(hers.taken() + his.taken()).isEqualTo(10);
        assertThat(hers.others().getOrDefault("Boris", 0L)).isEqualTo(his.taken());
        assertThat(his.others().getOrDefault("Anna", 0L)).isEqualTo(hers.taken());
        for (long key : keys) {
            verify(engine, times(1)).assignTask(eq(key), any());
        }
    }
}
