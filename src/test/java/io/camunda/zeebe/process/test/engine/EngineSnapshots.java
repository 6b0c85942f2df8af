package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the engine's state and what searches know down when the log has grown, and when the engine stops, so that the next start
 * has little to replay; then the log can do without what is before it.
 */
final class EngineSnapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSnapshots.class);
    /** What a start after a kill reads again in some hundredths of a second. */
    private static final long WORTH_ONE = 1024 * 1024;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SnapshotFolders folders;
    private final FileLogStorage log;
    private final Partition partition;
    private final EngineView view;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("local-camunda-snapshots").factory());
    /** Bytes of the log that were written before the latest one; none of this start's. */
    private long covered = -1;
    /** By so many bytes the log has to have grown: not less than are written for what is open, however much that is. */
    private volatile long worth = WORTH_ONE;

    EngineSnapshots(SnapshotFolders folders, FileLogStorage log, Partition partition, EngineView view) {
        this.folders = folders;
        this.log = log;
        this.partition = partition;
        this.view = view;
        timer.scheduleWithFixedDelay(
                () -> takeIfGrownBy(worth), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An engine that has failed keeps the snapshot from before. */
    private synchronized void takeIfGrownBy(long bytes) {
        try {
            if (log.written() - covered >= bytes && partition.isHealthy()) {
                take();
            }
        } catch (Exception failure) {
            // Of whatever kind: futures of the engine throw undeclared what they failed with.
            LOG.warn("No snapshot of the engine could be taken; the next start replays more of its log", failure);
        }
    }

    synchronized void take() throws IOException {
        var written = log.written();
        log.roll();
        var unfinished = folders.begin();
        var position = partition.snapshot(state(unfinished));
        if (position <= 0) {
            return;
        }
        awaitWritten();
        view.save(view(unfinished));
        var size = Files.size(view(unfinished));
        // Never may the state know more than the log.
        log.force();
        folders.finish();
        log.cut(position);
        covered = written;
        worth = Math.max(WORTH_ONE, size);
    }

    /** The state may hold what the records say that its last command led to. */
    private void awaitWritten() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (log.written() > 0 && log.highest() < partition.lastWritten()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The engine does not write what it has processed");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    static Path state(Path snapshot) {
        return snapshot.resolve("state");
    }

    static Path view(Path snapshot) {
        return snapshot.resolve("view.json");
    }

    /** Takes a last one. The engine must be running still. */
    @Override
    public void close() {
        timer.shutdown();
        takeIfGrownBy(1);
    }
}
