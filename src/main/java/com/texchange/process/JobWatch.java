package com.texchange.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has workers opened anew that have lost jobs and would stop for good, see {@link TakenJobs}. */
final class JobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final TakenJobs taken;
    private final int maxJobsActive;
    private final Duration pause;
    private final Consumer<String> openAnew;
    private final Set<String> told = new HashSet<>();
    private @Nullable Thread thread;

    JobWatch(TakenJobs taken, CamundaProperties properties, Consumer<String> openAnew) {
        this.taken = taken;
        this.maxJobsActive = properties.maxJobsActive();
        this.pause = properties.jobTimeout().dividedBy(2);
        this.openAnew = openAnew;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("job-watch").start(this::watch);
        }
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(pause);
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        Map<String, Integer> lost = taken.lost();
        told.retainAll(lost.keySet());
        lost.forEach((jobType, count) -> {
            if (told.add(jobType)) {
                LOG.warn("{} jobs of type '{}' found no free thread within their time-out. The engine gives them out again; the "
                        + "worker is opened anew when it has free threads, since it would take fewer from now on, or none. Are "
                        + "handlers blocked, or t-exchange.camunda.execution-threads too few?", count, jobType);
            }
        });
        taken.worthOpeningAnew(maxJobsActive).forEach(this::openAnew);
    }

    private void openAnew(String jobType) {
        try {
            openAnew.accept(jobType);
            LOG.info("The worker of job type '{}' was opened anew", jobType);
        } catch (RuntimeException e) {
            LOG.warn("The worker of job type '{}' could not be opened anew, tried again", jobType, e);
        }
    }
}
