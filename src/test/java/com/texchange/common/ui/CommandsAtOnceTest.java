package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsAtOnceTest {

    private final CommandsAtOnce commands = new CommandsAtOnce();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AccountId one = AccountId.random();
    private final AccountId other = AccountId.random();

    @AfterEach
    void end() {
        mayEnd.release(100);
        threads.close();
    }

    @Test
    void whoBeginsManyHasTwoAtOnceAndKeepsNobodyElseWaiting() throws Exception {
        for (int i = 0; i < 20; i++) {
            begin(one);
        }
        assertThat(areBegun(2)).isTrue();
        assertThat(isAnotherBegun()).isFalse();

        begin(other);
        begin(other);
        assertThat(areBegun(2)).as("the other's").isTrue();
    }

    @Test
    void allTogetherHaveTheirPartAndWhoeverWaitsComesNext() throws Exception {
        for (int i = 0; i < CommandsAtOnce.OF_ALL; i++) {
            begin(AccountId.random());
        }
        assertThat(areBegun(CommandsAtOnce.OF_ALL)).isTrue();
        Future<String> next = begin(one);
        assertThat(isAnotherBegun()).isFalse();

        mayEnd.release();

        assertThat(areBegun(1)).isTrue();
        mayEnd.release(CommandsAtOnce.OF_ALL);
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void whatFailsMakesRoomToo() throws Exception {
        for (int i = 0; i < 10; i++) {
            Future<String> failing = threads.submit(() -> commands.inTurn(one, CommandsAtOnceTest::failing));
            assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IllegalStateException.class);
        }

        begin(one);
        assertThat(areBegun(1)).isTrue();
    }

    private static String failing() {
        throw new IllegalStateException("failed");
    }

    private Future<String> begin(AccountId person) {
        return threads.submit(() -> commands.inTurn(person, () -> {
            begun.release();
            mayEnd.acquireUninterruptibly();
            return "done";
        }));
    }

    private boolean areBegun(int number) throws InterruptedException {
        return begun.tryAcquire(number, 10, TimeUnit.SECONDS);
    }

    private boolean isAnotherBegun() throws InterruptedException {
        return begun.tryAcquire(200, TimeUnit.MILLISECONDS);
    }
}
