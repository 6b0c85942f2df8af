package io.camunda.zeebe.process.test.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Decides when the engine rests. One look is not enough: between two commands, for example while a worker's answer is
 * on its way, the log is worked off for a moment.
 */
record IdleCheck(BooleanSupplier workedOff) {

    private static final int LOOKS = 5;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    void await(Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var restful = 0; restful < LOOKS; ) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The engine is still busy after " + atMost);
            }
            restful = workedOff.getAsBoolean() ? restful + 1 : 0;
            LockSupport.parkNanos(PAUSE);
        }
    }
}
