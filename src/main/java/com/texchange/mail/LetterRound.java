package com.texchange.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Sends letters from start to stop. One thread takes and records them, many at a time when many come: while it is at the database,
 * results gather. As many as may be sent at once give them to the mail server. What has been taken and is not recorded is bounded,
 * for a killed process would send that again.
 */
final class LetterRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRound.class);
    /** Taken letters for each that is being sent: so none waits for the database. */
    private static final int AHEAD = 16;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(10);
    /** Below the minute for which the queue gives letters, so that what is begun then is still this instance's. */
    private static final Duration SURELY_HELD = Duration.ofSeconds(50);
    /** Who has a letter for longer asks again whether it is still wanted. */
    private static final Duration SURELY_WANTED = Duration.ofSeconds(1);
    /** What came of a letter waits so long for what comes of those that are being sent beside it. */
    private static final Duration TOGETHER = Duration.ofMillis(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final LetterQueue queue;
    private final Function<OutgoingLetter, Attempt> sending;
    private final int most;
    private final Duration surelyHeld;
    /** With when each was taken, or kept last, by {@link System#nanoTime}. */
    private final Map<UUID, Long> taken = new ConcurrentHashMap<>();
    private final AttemptRecords results;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor desk;
    private final ThreadPoolExecutor senders;
    private long keptAt = System.nanoTime();
    private boolean failing;
    /** Whether letters may be waiting that nobody has taken. */
    private volatile boolean moreWait;
    private volatile boolean stopping;

    LetterRound(LetterQueue queue, DeliveryLog log, Function<OutgoingLetter, Attempt> sending, int concurrency) {
        this(queue, log, sending, concurrency, SURELY_HELD);
    }

    /** @param surelyHeld for so long after it was taken or kept, no other instance has a letter */
    LetterRound(LetterQueue queue, DeliveryLog log, Function<OutgoingLetter, Attempt> sending, int concurrency, Duration surelyHeld) {
        this.queue = queue;
        this.surelyHeld = surelyHeld;
        this.results = new AttemptRecords(log);
        this.sending = sending;
        this.most = concurrency * AHEAD;
        this.desk = new ScheduledThreadPoolExecutor(1, named("letters"), new ThreadPoolExecutor.DiscardPolicy());
        // Platform threads: Angus Mail holds monitors while it waits for the server.
        this.senders = new ThreadPoolExecutor(concurrency, concurrency, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                named("letters-sender"));
        senders.allowCoreThreadTimeOut(true);
        desk.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There is a letter. */
    void wake() {
        moreWait = true;
        turnSoon();
    }

    private void look() {
        moreWait = true;
        turn();
    }

    private void turnSoon() {
        if (!stopping && awake.compareAndSet(false, true)) {
            desk.execute(this::turn);
        }
    }

    private void turnTogether() {
        if (!stopping && gathering.compareAndSet(false, true)) {
            desk.schedule(this::turn, TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        gathering.set(false);
        awake.set(false);
        try {
            results.record(taken::remove);
            keep();
            if (!stopping && moreWait && taken.size() <= most / 2) {
                take();
            }
            failing = false;
        } catch (DataAccessException | TransactionException away) {
            if (!failing) {
                LOG.warn("Letters wait for the database: {}", away.getMessage());
            }
            failing = true;
        } catch (RuntimeException e) {
            LOG.error("Letters wait", e);
        }
    }

    private void take() {
        int room = most - taken.size();
        moreWait = false;
        long now = System.nanoTime();
        List<OutgoingLetter> found = queue.take(room);
        if (found.size() == room) {
            moreWait = true;
        }
        for (OutgoingLetter letter : found) {
            if (taken.put(letter.id(), now) == null) {
                senders.execute(new Sending(letter, System.nanoTime()));
            }
        }
    }

    private void keep() {
        if (isOlder(keptAt, KEEP_EVERY) && !taken.isEmpty()) {
            long now = System.nanoTime();
            Set<UUID> held = taken.keySet().stream().filter(this::isHeld).collect(Collectors.toSet());
            queue.keep(held);
            // Which may have waited for the database for longer than they were held.
            held.stream().filter(this::isHeld).forEach(id -> taken.replace(id, now));
            keptAt = now;
        }
    }

    /** A database that was away for a minute lets another instance take the letter before this one can say that it still has it. */
    private boolean isHeld(UUID letter) {
        Long since = taken.get(letter);
        return since != null && !isOlder(since, surelyHeld);
    }

    @Override
    public void close() {
        stopping = true;
        desk.shutdown();
        List<Runnable> unsent = new ArrayList<>();
        try {
            boolean ended = desk.awaitTermination(STOP_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
            senders.getQueue().drainTo(unsent);
            senders.shutdown();
            ended &= senders.awaitTermination(STOP_WITHIN.toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                LOG.warn("Letters are left over that the mail server keeps waiting; they go out again");
            }
            turn();
            queue.giveBack(unsent.stream().map(Sending.class::cast).map(sending -> sending.letter.id()).filter(this::isHeld).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Letters that are not sent are free in a minute: {}", away.getMessage());
        }
    }

    private static boolean isOlder(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    private final class Sending implements Runnable {

        private final OutgoingLetter letter;
        private final long takenAt;

        Sending(OutgoingLetter letter, long takenAt) {
            this.letter = letter;
            this.takenAt = takenAt;
        }

        @Override
        public void run() {
            try {
                // Asked in this order: the first may take as long as the database is away.
                if ((!isOlder(takenAt, SURELY_WANTED) || queue.isWaiting(letter.id())) && isHeld(letter.id())) {
                    results.add(sending.apply(letter));
                } else {
                    taken.remove(letter.id());
                }
            } catch (DataAccessException | TransactionException away) {
                taken.remove(letter.id());
            } catch (RuntimeException | Error e) {
                LOG.error("Letter {} waits for a minute", letter.id(), e);
                taken.remove(letter.id());
            }
            if (results.number() < taken.size() && results.number() < most / 8) {
                turnTogether();
            } else {
                turnSoon();
            }
        }
    }
}
