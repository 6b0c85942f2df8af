package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that workbooks' tables of texts may take while they are being read: half of the heap for all of them together, whoever has
 * chosen them. Small ones need not ask.
 */
final class TextsInMemory {

    static final TextsInMemory OF_HEAP = new TextsInMemory(Runtime.getRuntime().maxMemory() / 2);

    private static final int UNIT = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int all;
    private final Semaphore free;

    TextsInMemory(long bytes) {
        all = units(bytes);
        free = new Semaphore(all);
    }

    /**
     * Waits a while for others.
     *
     * @return what is to be {@linkplain #giveBack given back}
     * @throws RefusedException if it is more than there is at all, or than others leave
     */
    int take(long bytes) {
        return take(bytes, PATIENCE);
    }

    int take(long bytes, Duration patience) {
        if (bytes <= TableLimits.USUAL.bytes()) {
            return 0;
        }
        if (units(bytes) > all) {
            throw new RefusedException("tables.tooManyTexts");
        }
        if (!isFree(units(bytes), patience)) {
            throw new RefusedException("tables.busy");
        }
        return units(bytes);
    }

    void giveBack(int taken) {
        free.release(taken);
    }

    private boolean isFree(int units, Duration patience) {
        try {
            return free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
    }
}
