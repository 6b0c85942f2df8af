package com.texchange.audit;

import com.texchange.common.NetworkSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Records what was refused, which must stand although nothing else does, and must be no way to stall those who ask or to fill the
 * database: it is written a moment later, by a thread of its own. The first of a kind is written at once, more of the same of the next minute as
 * one entry that says how many. One source may fill so many lines, whatever of its addresses it uses, a site of IPv6 so many, and all so many;
 * beyond that entries name nobody, and the source or the site as a whole, then none.
 */
@Component
public class AuditRefusals implements SmartLifecycle {

    static final int MOST = 1000;
    static final int MOST_OF_SOURCE = 20;
    /** It takes ten of them to fill all. */
    static final int MOST_OF_SITE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AuditRefusals.class);
    private static final Duration SUMMED_UP = Duration.ofMinutes(1);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final AuditEntries entries;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object lock = new Object();
    private final Map<Line, Tally> lines = new HashMap<>();
    /** How many lines are filled by each source and site. */
    private final Map<String, Integer> filled = new HashMap<>();
    private @Nullable Thread thread;

    AuditRefusals(AuditEntries entries) {
        this.entries = entries;
    }

    /** What counts as the same. */
    private record Line(Audited refused, @Nullable String source) {
    }

    /** What may fill so many lines. */
    private record Bound(String source, int most) {

        /** The narrowest first. */
        private static List<Bound> of(@Nullable String address) {
            List<Bound> bounds = new ArrayList<>();
            if (address != null) {
                NetworkSource source = NetworkSource.of(address);
                bounds.add(new Bound(source.writtenLine(), MOST_OF_SOURCE));
                source.writtenSite().ifPresent(site -> bounds.add(new Bound(site, MOST_OF_SITE)));
            }
            return bounds;
        }
    }

    /** How often since it was written last, and when it is written next. */
    private static final class Tally {

        private final List<Bound> bounds;
        private int times;
        private long next = System.nanoTime();

        /** @param bounds of whose lines it is one */
        private Tally(List<Bound> bounds) {
            this.bounds = bounds;
        }
    }

    public void record(Audited refused) {
        Line line = new Line(refused, Source.current().orElse(null));
        synchronized (lock) {
            tally(line).times++;
        }
    }

    private Tally tally(Line line) {
        Tally known = lines.get(line);
        if (known != null) {
            return known;
        }
        if (lines.size() >= MOST) {
            return summedUp(line.refused(), null);
        }
        List<Bound> bounds = Bound.of(line.source());
        for (Bound bound : bounds) {
            if (filled.getOrDefault(bound.source(), 0) >= bound.most()) {
                return summedUp(line.refused(), bound.source());
            }
        }
        Tally first = new Tally(bounds);
        lines.put(line, first);
        bounds.forEach(bound -> filled.merge(bound.source(), 1, Integer::sum));
        return first;
    }

    /** Without who it was, and what it was about. */
    private Tally summedUp(Audited refused, @Nullable String source) {
        return lines.computeIfAbsent(new Line(Audited.byStranger(refused.kind(), ""), source), line -> new Tally(List.of()));
    }

    /** Writes what is due, or all. */
    void write(boolean all) {
        writing.lock();
        try {
            writeAlone(all);
        } finally {
            writing.unlock();
        }
    }

    private void writeAlone(boolean all) {
        Map<Line, Integer> due = new LinkedHashMap<>();
        synchronized (lock) {
            lines.forEach((line, tally) -> {
                if (all || tally.next - System.nanoTime() <= 0) {
                    due.put(line, tally.times);
                }
            });
        }
        List<AuditEntries.Row> rows = due.entrySet().stream().filter(line -> line.getValue() > 0)
                .map(line -> new AuditEntries.Row(line.getKey().refused(), line.getKey().source(), line.getValue())).toList();
        if (!rows.isEmpty()) {
            entries.write(rows);
        }
        synchronized (lock) {
            due.forEach(this::settle);
        }
    }

    /** What came while it was written is counted on; of what did not come again nothing is kept. */
    private void settle(Line line, int written) {
        Tally tally = Objects.requireNonNull(lines.get(line));
        tally.times -= written;
        if (written == 0 && tally.times == 0) {
            forget(line);
        } else {
            tally.next = System.nanoTime() + (written == 0 ? 0 : SUMMED_UP.toNanos());
        }
    }

    private void forget(Line line) {
        Tally forgotten = Objects.requireNonNull(lines.remove(line));
        forgotten.bounds.forEach(bound -> filled.computeIfPresent(bound.source(), (known, count) -> count > 1 ? count - 1 : null));
    }

    private void writeUntilStopped() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                write(false);
                Thread.sleep(BETWEEN_WRITES);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Refusals could not be recorded, are counted on: {}", e.getMessage());
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("audit-refusals").start(this::writeUntilStopped);
    }

    @Override
    public synchronized void stop() {
        Thread writing = thread;
        thread = null;
        if (writing != null) {
            end(writing);
        }
    }

    private void end(Thread writing) {
        writing.interrupt();
        try {
            writing.join(AFTER_FAILURE);
            write(true);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The last refusals could not be recorded: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Stopped after the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
