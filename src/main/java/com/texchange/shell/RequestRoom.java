package com.texchange.shell;

import com.texchange.accounts.RequestLimits;
import com.texchange.common.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much of large requests may be in memory at once, counted in what they say they bring: one person has room for the largest that there
 * may be, all together have a part of the memory. Read and worked on, a request takes several times what it brings.
 */
final class RequestRoom {

    private static final int UNIT = 1024;
    private static final int PART_OF_MEMORY = 32;
    private static final int OF_ONE = RequestLimits.OF_PAGES / UNIT;

    private final Semaphore all;
    private final Map<AccountId, Integer> byPerson = new ConcurrentHashMap<>();

    /** @param bytes that all together have */
    RequestRoom(long bytes) {
        all = new Semaphore(Math.toIntExact(Math.max(OF_ONE, bytes / UNIT)), true);
    }

    /** In bytes. */
    static long partOfMemory() {
        return Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
    }

    /**
     * Waits a while for others, not for the person's own.
     *
     * @param bytes that the request brings; negative if it does not say
     * @return empty if there is no room
     */
    Optional<Place> take(AccountId person, long bytes, Duration patience) {
        int units = bytes < 0 || bytes > RequestLimits.OF_PAGES ? OF_ONE : (int) ((bytes + UNIT - 1) / UNIT);
        if (byPerson.merge(person, units, Integer::sum) <= OF_ONE && isFree(units, patience)) {
            return Optional.of(new Place(person, units));
        }
        leave(person, units);
        return Optional.empty();
    }

    private boolean isFree(int units, Duration patience) {
        try {
            return all.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(AccountId person, int units) {
        byPerson.computeIfPresent(person, (id, taken) -> taken > units ? taken - units : null);
    }

    /** That of one request, until it is answered. */
    final class Place {

        private final AccountId person;
        private final int units;

        private Place(AccountId person, int units) {
            this.person = person;
            this.units = units;
        }

        void leave() {
            all.release(units);
            RequestRoom.this.leave(person, units);
        }
    }
}
