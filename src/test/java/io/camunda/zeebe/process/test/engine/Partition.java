package io.camunda.zeebe.process.test.engine;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.TypedRecordProcessorContext;
import io.camunda.zeebe.engine.processing.streamprocessor.TypedRecordProcessors;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.clock.ControlledActorClock;
import io.camunda.zeebe.stream.api.RecordProcessor;
import io.camunda.zeebe.stream.impl.state.DbLastProcessedPositionState;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The one partition of the engine: its log, its state and the processor that turns commands into events. */
final class Partition implements AutoCloseable {

    static final int ID = 1;
    static final int COUNT = 1;

    private final OpenParts parts = new OpenParts();
    private final GrpcRequests grpcRequests = new GrpcRequests();
    private final RestRequests restRequests = new RestRequests();
    private final LogStorage storage;
    private final LogStream log;
    private final CommandWriter commands;
    private final InMemoryJobStreamer jobStreams;
    private final JobNotices jobNotices;
    private final StateDatabase state;
    private final StreamProcessor processor;

    Partition(Path stateFolder, LogStorage storage, ControlledActorClock clock) {
        this.storage = storage;
        try {
            if (storage instanceof AutoCloseable closeable) {
                parts.add("log storage", closeable);
            }
            var scheduler = startScheduler(clock);
            parts.add("scheduler", () -> scheduler.stop().get());
            log = LogStream.builder()
                    .withPartitionId(ID)
                    .withLogStorage(storage)
                    .withClock(clock)
                    .withMeterRegistry(new SimpleMeterRegistry())
                    .build();
            parts.add("log", log);
            // A log in memory is gone after a kill, and the state of no use.
            state = parts.add("state", new StateDatabase(stateFolder, storage instanceof FileLogStorage));
            commands = new CommandWriter(log.newLogStreamWriter());
            jobStreams = new InMemoryJobStreamer(commands);
            jobNotices = new JobNotices(jobStreams);
            processor = StreamProcessor.builder()
                    .logStream(log)
                    .zeebeDb(state.db())
                    .commandResponseWriter(new EngineResponses(grpcRequests, restRequests))
                    .partitionCommandSender(new CommandSender(commands))
                    .recordProcessors(List.of(engine()))
                    .actorSchedulingService(scheduler)
                    .clock(new ControllableStreamClockImpl(clock))
                    .meterRegistry(new SimpleMeterRegistry())
                    .build();
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    /** Replays what the log holds, then starts to take commands. */
    void start() {
        processor.openAsync(false).join();
        parts.add("stream processor", () -> processor.closeAsync().join());
    }

    LogStorage storage() {
        return storage;
    }

    /**
     * Whether the log goes on from where the state is: it has the last command that the state has been through, and what that led to,
     * which are written before the state is. To be asked before the start.
     */
    boolean isStateInLog() {
        var processed = new DbLastProcessedPositionState(state.db(), state.db().createContext()).getLastSuccessfulProcessedRecordPosition();
        try (var records = log.newLogStreamReader()) {
            if (processed <= 0 || !records.seek(processed)) {
                return false;
            }
            while (records.hasNext()) {
                if (records.next().getSourceEventPosition() == processed) {
                    return true;
                }
            }
            return false;
        }
    }

    CommandWriter commands() {
        return commands;
    }

    GrpcRequests grpcRequests() {
        return grpcRequests;
    }

    RestRequests restRequests() {
        return restRequests;
    }

    InMemoryJobStreamer jobStreams() {
        return jobStreams;
    }

    JobNotices jobNotices() {
        return jobNotices;
    }

    /** False once a bug in the engine or a broken disk has stopped it; it never recovers by itself. */
    boolean isHealthy() {
        return !processor.isFailed() && !processor.isClosed();
    }

    LogStreamReader newRecordReader() {
        return log.newLogStreamReader();
    }

    /**
     * Writes the state to a folder that is not there yet, while the engine goes on.
     *
     * @return the position of a command that the state has been through; 0 or less if there is none
     */
    long snapshot(Path folder) {
        long position = processor.getLastProcessedPositionAsync().join();
        if (position > 0) {
            state.db().createSnapshot(folder.toFile());
        }
        return position;
    }

    /** The position of the last record that the engine has given to the log. */
    long lastWritten() {
        return processor.getLastWrittenPositionAsync().join();
    }

    void awaitIdle(Duration atMost) {
        new IdleCheck(() -> processor.hasProcessingReachedTheEnd().join()).await(atMost);
    }

    @Override
    public void close() {
        parts.close();
    }

    private RecordProcessor engine() {
        var security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        return new Engine(context -> processors(context, security), new EngineConfiguration(), security);
    }

    private TypedRecordProcessors processors(TypedRecordProcessorContext context, SecurityConfiguration security) {
        var sender = new CommandSender(commands);
        return EngineProcessors.createEngineProcessors(
                context,
                COUNT,
                new SubscriptionCommandSender(context.getPartitionId(), sender),
                sender,
                FeatureFlags.createDefault(),
                jobNotices,
                SearchClientsProxy.noop(),
                new BrokerRequestAuthorizationConverter(security));
    }

    private static ActorScheduler startScheduler(ControlledActorClock clock) {
        // One partition never keeps more than two threads busy; the default would take one per core.
        var scheduler = ActorScheduler.newActorScheduler()
                .setSchedulerName("local-camunda")
                .setCpuBoundActorThreadCount(2)
                .setIoBoundActorThreadCount(1)
                .setActorClock(clock)
                .build();
        scheduler.start();
        return scheduler;
    }
}
