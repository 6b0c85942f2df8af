package com.texchange.tables.ui;

import com.texchange.common.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How many files may be written at once. Each reads the database as long as it takes, and pages need connections too: so half of
 * the pool is the most that files get, and one person gets half of that. A file that is whole waits for its browser alone: whoever takes it
 * slowly, be it for hours, keeps nobody else from theirs.
 */
@Component
class FilesAtOnce {

    static final int OF_ALL = 4;
    static final int OF_ONE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore all = new Semaphore(OF_ALL, true);
    private final Map<AccountId, Integer> byPerson = new ConcurrentHashMap<>();

    /**
     * Waits a while for others, not for the person's own.
     *
     * @return empty if no file may be written
     */
    Optional<Place> begin(AccountId person) {
        return begin(person, PATIENCE);
    }

    Optional<Place> begin(AccountId person, Duration patience) {
        if (byPerson.merge(person, 1, Integer::sum) <= OF_ONE && isFree(patience)) {
            return Optional.of(new Place(person));
        }
        leave(person);
        return Optional.empty();
    }

    private boolean isFree(Duration patience) {
        try {
            return all.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(AccountId person) {
        byPerson.computeIfPresent(person, (id, count) -> count > 1 ? count - 1 : null);
    }

    /** That of one file, until it is handed out. */
    final class Place implements AutoCloseable {

        private final AccountId person;
        private boolean reads = true;

        private Place(AccountId person) {
            this.person = person;
        }

        /** Another file may be written from now on, of another person's at least. */
        void whole() {
            if (reads) {
                reads = false;
                all.release();
            }
        }

        @Override
        public void close() {
            whole();
            leave(person);
        }
    }
}
