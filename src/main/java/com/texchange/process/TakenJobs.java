package com.texchange.process;

import io.camunda.client.api.worker.JobWorkerMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The jobs that the workers hold, from the moment when the client has them until their handler has ended.
 *
 * <p>The client (8.8.14; Camunda issues 59633 and 60559) gives up a job that found no free thread for the length of its
 * time-out, and goes on to count it among the worker's: with a third of them lost so, the worker asks for no more, for good,
 * while all else works. Such a job was taken and never handed over to a thread.
 */
@Component
class TakenJobs {

    /** So many time-outs after it was taken a job is lost: the client has waited for one. */
    private static final int LOST_AFTER = 2;
    /** And after so many it does not come to a thread by some longer way either. */
    private static final int GIVEN_UP_AFTER = 3;

    private final Map<String, Set<Job>> byType = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Job> beingTaken = new ThreadLocal<>();
    private final Duration timeout;
    private final LongSupplier nanos;

    @Autowired
    TakenJobs(CamundaProperties properties) {
        this(properties.jobTimeout(), System::nanoTime);
    }

    TakenJobs(Duration timeout, LongSupplier nanos) {
        this.timeout = timeout;
        this.nanos = nanos;
    }

    private static final class Job {

        private final Set<Job> worker;
        private final long since;
        private volatile boolean handedOver;

        Job(Set<Job> worker, long since) {
            this.worker = worker;
            this.since = since;
        }
    }

    /** To be told by a new worker of the type; what the one before has lost is forgotten. */
    JobWorkerMetrics by(String jobType) {
        Set<Job> worker = ConcurrentHashMap.newKeySet();
        byType.put(jobType, worker);
        return new JobWorkerMetrics() {
            @Override
            public void jobActivated(int count) {
                Job job = new Job(worker, nanos.getAsLong());
                worker.add(job);
                beingTaken.set(job);
            }
        };
    }

    /** @param handler of the job that this thread has taken last */
    Runnable handOver(Runnable handler) {
        Job job = beingTaken.get();
        beingTaken.remove();
        if (job == null) {
            return handler;
        }
        job.handedOver = true;
        return () -> {
            try {
                handler.run();
            } finally {
                job.worker.remove(job);
            }
        };
    }

    /** How many jobs each type's worker has lost; without those that have lost none. */
    Map<String, Integer> lost() {
        Map<String, Integer> lost = new TreeMap<>();
        byType.forEach((jobType, jobs) -> {
            int count = count(jobs, job -> isLost(job, LOST_AFTER));
            if (count > 0) {
                lost.put(jobType, count);
            }
        });
        return lost;
    }

    /**
     * The types whose worker has lost jobs and would take others if it were opened anew; one that has its hands full would
     * only gather jobs that nobody begins.
     */
    Set<String> worthOpeningAnew(int maxJobsActive) {
        return byType.entrySet().stream()
                .filter(type -> count(type.getValue(), job -> isLost(job, GIVEN_UP_AFTER)) > 0
                        && count(type.getValue(), job -> job.handedOver) < maxJobsActive)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private boolean isLost(Job job, int timeouts) {
        return !job.handedOver && nanos.getAsLong() - job.since > timeout.multipliedBy(timeouts).toNanos();
    }

    private static int count(Set<Job> jobs, Predicate<Job> wanted) {
        return (int) jobs.stream().filter(wanted).count();
    }
}
