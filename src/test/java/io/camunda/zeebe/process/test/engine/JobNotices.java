package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/**
 * Tells waiting polls that there is work for them. Without it a worker would have to ask again and again, and each
 * question is a record in a log that never shrinks.
 */
final class JobNotices implements JobStreamer {

    private final JobStreamer streams;
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Set<Runnable>> waiting = new HashMap<>();

    JobNotices(JobStreamer streams) {
        this.streams = streams;
    }

    @Override
    public Optional<JobStream> streamFor(DirectBuffer jobType, Predicate<JobActivationProperties> filter) {
        return streams.streamFor(jobType, filter);
    }

    @Override
    public void notifyWorkAvailable(String jobType) {
        noteWork(jobType).forEach(Runnable::run);
    }

    private synchronized Set<Runnable> noteWork(String jobType) {
        counts.merge(jobType, 1L, Long::sum);
        var woken = waiting.remove(jobType);
        return woken == null ? Set.of() : woken;
    }

    /** How often work of this type was announced; to be read before asking for it, and passed to {@link #await}. */
    synchronized long count(String jobType) {
        return counts.getOrDefault(jobType, 0L);
    }

    /**
     * Runs the action at the next announcement.
     *
     * @return false, with the action not kept, if work was announced since {@code seen} was read
     */
    synchronized boolean await(String jobType, long seen, Runnable action) {
        return count(jobType) == seen
                && waiting.computeIfAbsent(jobType, type -> new HashSet<>()).add(action);
    }

    /** Returns whether the action was waiting. */
    synchronized boolean forget(String jobType, Runnable action) {
        var actions = waiting.getOrDefault(jobType, new HashSet<>());
        var waited = actions.remove(action);
        if (actions.isEmpty()) {
            waiting.remove(jobType);
        }
        return waited;
    }
}
