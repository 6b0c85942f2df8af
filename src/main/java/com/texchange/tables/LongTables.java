package com.texchange.tables;

import com.texchange.common.AccountId;
import com.texchange.common.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room on disk that tables take which are too large for memory. One person has few of them, and downloads, which are files for a while too,
 * keep some. A table's file goes when nobody can read it any more, which only the garbage collector finds out, and that may be days later: so
 * where room is missing the collector is asked to look, as the JDK asks it for memory outside of the heap. Everything waits for that, so it is not
 * asked often.
 */
final class LongTables {

    static final LongTables IN_TEMPORARY_FOLDER = new LongTables(LongTables::usable, System::gc, Duration.ofSeconds(2));
    /** The one that is being used, and the one that comes in its place. */
    static final int OF_ONE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(LongTables.class);
    private static final long FOR_DOWNLOADS = 100_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LongSupplier usable;
    private final Runnable look;
    private final Duration patience;
    private final Map<AccountId, Integer> byPerson = new HashMap<>();
    /** To those that are being written, in bytes. */
    private long promised;
    private @Nullable Long lookedAt;

    /**
     * @param usable   how many bytes are free
     * @param look     has those found that nobody can read any more
     * @param patience how long it may take until those are gone
     */
    LongTables(LongSupplier usable, Runnable look, Duration patience) {
        this.usable = usable;
        this.look = look;
        this.patience = patience;
    }

    /**
     * @param most bytes that the table may have
     * @throws RefusedException if the person has too many, or there is no room
     */
    Place take(AccountId person, long most) {
        RefusedException refusal = begin(person, most);
        if (refusal != null && mayLook()) {
            look.run();
            long from = System.nanoTime();
            do {
                refusal = begin(person, most);
            } while (refusal != null && System.nanoTime() - from < patience.toNanos() && pause());
        }
        if (refusal != null) {
            LOG.warn("A table of up to {} bytes is not taken: {}", most, refusal.messageKey());
            throw refusal;
        }
        return new Place(person, most);
    }

    /** @return what speaks against it; null if the person has the room from now on */
    private synchronized @Nullable RefusedException begin(AccountId person, long most) {
        if (byPerson.getOrDefault(person, 0) >= OF_ONE) {
            return new RefusedException("tables.longOnes", OF_ONE);
        }
        if (usable.getAsLong() < promised + most + FOR_DOWNLOADS) {
            return new RefusedException("tables.noRoom");
        }
        byPerson.merge(person, 1, Integer::sum);
        promised += most;
        return null;
    }

    private synchronized boolean mayLook() {
        long now = System.nanoTime();
        Long before = lookedAt;
        if (before != null && now - before < BETWEEN_LOOKS.toNanos()) {
            return false;
        }
        lookedAt = now;
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long usable() {
        try {
            return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).getUsableSpace();
        } catch (IOException unknown) {
            LOG.warn("How much room there is for temporary files is not known", unknown);
            return Long.MAX_VALUE;
        }
    }

    private synchronized void kept(long most) {
        promised -= most;
    }

    private synchronized void leave(AccountId person) {
        byPerson.computeIfPresent(person, (id, count) -> count > 1 ? count - 1 : null);
    }

    /** That of one table, until its file is gone. */
    final class Place {

        private final AccountId person;
        private final long most;
        private boolean written;

        private Place(AccountId person, long most) {
            this.person = person;
            this.most = most;
        }

        /** What it has not taken by now it does not need. */
        synchronized void written() {
            if (!written) {
                written = true;
                kept(most);
            }
        }

        void leave() {
            written();
            LongTables.this.leave(person);
        }
    }
}
