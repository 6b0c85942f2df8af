package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Camunda engine inside this JVM, for the quick start and the tests: one partition, no Docker, no exporters.
 *
 * <p>Commands and workers use gRPC; user tasks are completed, assigned and updated over REST, as on a real cluster.
 * Both servers listen on the loopback address only, because nothing here checks who is calling.
 *
 * <p>The class lives in the engine's own package: the classes that it composes are package-private there.
 */
public final class LocalCamunda implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCamunda.class);
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Builder settings;
    private final ControlledActorClock clock = new ControlledActorClock();
    private final OpenParts parts = new OpenParts();
    private EngineFolder folder;
    private volatile Partition partition;
    private volatile EngineView view;
    private volatile int purges;
    private EngineSnapshots snapshots;
    private GrpcServer grpc;
    private RestServer rest;

    private LocalCamunda(Builder settings) {
        this.settings = settings;
    }

    /** Starts with free ports, a temporary folder and a log in memory. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts the engine, then its servers; returns when both take requests.
     *
     * @throws PortTakenException when another program listens on a port that was asked for
     */
    public LocalCamunda start() {
        if (partition != null) {
            throw new IllegalStateException("This engine was started before; build a new one");
        }
        try {
            open();
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void open() {
        folder = parts.add("data folder", EngineFolder.open(settings.dataFolder));
        parts.add("engine", this::closeEngine);
        startEngine();
        grpc = parts.add("gRPC server", new GrpcServer(settings.grpcPort, partition));
        rest = parts.add("REST server", new RestServer(settings.restPort));
        new TopologyRoute(() -> partition, () -> purges, grpc.port()).addTo(rest);
        new UserTaskRoutes(() -> partition, settings.requestTimeout).addTo(rest);
        new SearchRoutes(() -> view).addTo(rest);
        new ManagementRoutes(this).addTo(rest);
        rest.start();
    }

    private void startEngine() {
        var found = leftOver();
        var starting = found == null ? restored() : found;
        partition = starting;
        starting.start();
        var snapshot = starting.storage() instanceof FileLogStorage ? folder.snapshot() : null;
        view = new EngineView(starting.newRecordReader(), snapshot == null ? null : EngineSnapshots.view(snapshot));
        if (starting.storage() instanceof FileLogStorage file) {
            snapshots = new EngineSnapshots(folder.snapshots(), file, starting, view);
        }
    }

    /** On the state that a kill has left; null if there is none from which the log goes on. */
    private Partition leftOver() {
        if (!folder.hasState()) {
            return null;
        }
        Partition found = null;
        try {
            found = new Partition(folder.state(), log(folder), clock);
            if (found.storage() instanceof FileLogStorage file && isWhole(file) && found.isStateInLog()) {
                return found;
            }
        } catch (RuntimeException unusable) {
            LOG.debug("The engine's state is made anew from snapshot and log", unusable);
        }
        if (found != null) {
            // It holds the log, which is opened again.
            found.close();
        }
        return null;
    }

    /** @throws IllegalStateException if the log was cut behind a snapshot that is not there any more */
    private Partition restored() {
        var log = log(folder);
        if (log instanceof FileLogStorage file && !isWhole(file)) {
            parts.add("log", file);
            throw new IllegalStateException("The engine's snapshot is missing, and its log begins behind that");
        }
        folder.restore();
        return new Partition(folder.state(), log, clock);
    }

    private boolean isWhole(FileLogStorage log) {
        return folder.snapshot() != null || log.lowest() <= 1;
    }

    /** Each of its parts, also if another one cannot: a log that is not let go of could not be opened again. */
    private void closeEngine() {
        var engine = new OpenParts();
        if (partition != null) {
            engine.add("partition", partition);
        }
        if (view != null) {
            engine.add("view", view);
        }
        if (snapshots != null) {
            engine.add("snapshots", snapshots);
            snapshots = null;
        }
        engine.close();
    }

    /**
     * Forgets everything, as if the cluster were rebuilt from nothing: processes, instances, the log, and every step of
     * {@link #increaseTime}. The addresses stay; clients are connected to an empty engine afterwards.
     *
     * @return how many times this has been done
     */
    public synchronized int purge() {
        running(partition);
        closeEngine();
        folder.empty();
        clock.reset();
        startEngine();
        grpc.replace(partition);
        return ++purges;
    }

    private LogStorage log(EngineFolder folder) {
        if (settings.logStorage != null) {
            return settings.logStorage.get();
        }
        return folder.isTemporary() ? new HeapLogStorage() : FileLogStorage.open(folder.log());
    }

    /** Where a client sends gRPC commands, as {@code http://host:port}. */
    public URI grpcAddress() {
        return loopback(running(grpc).port());
    }

    /** Where a client sends REST commands, as {@code http://host:port}. */
    public URI restAddress() {
        return loopback(running(rest).port());
    }

    /** Moves the engine's clock forward; timers that come due fire shortly afterwards. */
    public void increaseTime(Duration step) {
        clock.addTime(step);
    }

    /** Goes back to the machine's time. */
    public void resetTime() {
        clock.reset();
    }

    /** The engine's idea of now, including every step of {@link #increaseTime}. */
    public Instant now() {
        clock.update();
        return clock.getCurrentTime();
    }

    /**
     * Waits until the engine has worked off its log and stays so for a moment. Jobs that a worker still holds do not
     * count.
     *
     * @throws IllegalStateException when the engine is still busy after the given time
     */
    public void awaitIdle(Duration atMost) {
        running(partition).awaitIdle(atMost);
    }

    /** Reads every record since the first, the base for exporters and search; the caller closes it. */
    LogStreamReader newRecordReader() {
        return running(partition).newRecordReader();
    }

    /** Who takes jobs by streaming, for tests that must not create a job before its stream is there. */
    JobStreamer jobStreams() {
        return running(partition).jobNotices();
    }

    /** As it does by itself from time to time; for tests. */
    EngineSnapshots snapshots() {
        return running(snapshots);
    }

    /** Stops the servers, the engine and its threads; removes the data folder if it was a temporary one. */
    @Override
    public void close() {
        parts.close();
    }

    private static <T> T running(T part) {
        if (part == null) {
            throw new IllegalStateException("The engine is not running; call start() first");
        }
        return part;
    }

    private static URI loopback(int port) {
        return URI.create("http://" + LOOPBACK.getHostAddress() + ":" + port);
    }

    /** Collects what the engine needs to know before it starts. */
    public static final class Builder {

        private int grpcPort;
        private int restPort;
        private Path dataFolder;
        private Duration requestTimeout = Duration.ofSeconds(10);
        private Supplier<LogStorage> logStorage;

        private Builder() {}

        /** The port for gRPC; 0 takes a free one. */
        public Builder grpcPort(int port) {
            grpcPort = port;
            return this;
        }

        /** The port for REST; 0 takes a free one. */
        public Builder restPort(int port) {
            restPort = port;
            return this;
        }

        /**
         * Where the engine keeps its log and a snapshot, from which it goes on at the next start; without it, the log is in memory and
         * the rest in a temporary folder that is removed on close.
         */
        public Builder dataFolder(Path folder) {
            dataFolder = Objects.requireNonNull(folder);
            return this;
        }

        /** How long a REST request may wait for its listeners before it is answered with 504. */
        public Builder requestTimeout(Duration timeout) {
            requestTimeout = Objects.requireNonNull(timeout);
            return this;
        }

        /** Another log than the folder's: the state is rebuilt from what it holds. A closeable one is closed too. */
        Builder logStorage(Supplier<LogStorage> storage) {
            logStorage = Objects.requireNonNull(storage);
            return this;
        }

        public LocalCamunda build() {
            return new LocalCamunda(this);
        }
    }
}
