package com.texchange.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens one worker for each {@link ProcessWorker} once the engine is known to be the own one. Stops before everything else:
 * takes no more jobs, lets running handlers finish, and only then do the web server, db-scheduler, the client and the pool go.
 */
@Component
class JobWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    /** Streams deliver new jobs at once; polling is for the backlog and need not be frequent when there is none. */
    private static final Duration MAX_POLL_INTERVAL = Duration.ofSeconds(5);
    /** After an outage of the engine, polls of some types come back that late; while it is away they cost it nothing. */
    private static final Duration MAX_POLL_INTERVAL_WHILE_AWAY = Duration.ofSeconds(1);

    private final CamundaClient client;
    private final CamundaProperties properties;
    private final EngineReachability reachability;
    private final TakenJobs taken;
    private final Map<String, JobAdapter> adapters = new TreeMap<>();
    private final Map<String, JobWorker> open = new HashMap<>();
    private final RunningHandlers handlers = new RunningHandlers();
    private final JobWatch watch;
    private boolean wanted;
    private boolean engineKnown;

    JobWorkers(CamundaClient client, CamundaProperties properties, EngineReachability reachability, TakenJobs taken,
            List<ProcessWorker> workers, FailureWords words, ApplicationEventPublisher events) {
        this.client = client;
        this.properties = properties;
        this.reachability = reachability;
        this.taken = taken;
        this.watch = new JobWatch(taken, properties, this::openAnew);
        for (ProcessWorker worker : workers) {
            JobAdapter adapter = new JobAdapter(worker, words, properties.retryBackoff(), properties.jobTimeout(), events);
            if (adapters.put(worker.jobType(), adapter) != null) {
                throw new IllegalStateException("More than one worker for job type '" + worker.jobType() + "'");
            }
        }
    }

    @Override
    public synchronized void start() {
        adapters.values().forEach(JobAdapter::start);
        handlers.open();
        wanted = true;
        openIfKnown();
        watch.start();
    }

    /** Not before: another installation's engine would give its jobs to these workers. */
    @EventListener
    synchronized void recognized(EngineRecognized event) {
        engineKnown = true;
        openIfKnown();
    }

    private void openIfKnown() {
        if (wanted && engineKnown && open.isEmpty()) {
            adapters.keySet().forEach(jobType -> open.put(jobType, open(jobType)));
            LOG.info("Job workers: {}", adapters.keySet());
        }
    }

    private synchronized void openAnew(String jobType) {
        JobWorker before = open.get(jobType);
        if (before != null) {
            // Not here: closing may wait for ever, see ClientShutdown.
            Thread.ofVirtual().name("close-job-worker").start(before::close);
            open.put(jobType, open(jobType));
        }
    }

    @Override
    public void stop() {
        watch.stop();
        adapters.values().forEach(JobAdapter::stop);
        close();
        int left = handlers.drain(properties.drainTimeout());
        if (left > 0) {
            LOG.warn("{} job handlers still run after {}; the engine gives their jobs out again", left,
                    properties.drainTimeout());
        }
    }

    private synchronized void close() {
        wanted = false;
        open.values().forEach(JobWorker::close);
        open.clear();
    }

    @Override
    public boolean isRunning() {
        return handlers.isOpen();
    }

    private JobWorker open(String jobType) {
        JobAdapter adapter = Objects.requireNonNull(adapters.get(jobType));
        return client.newWorker()
                .jobType(jobType)
                .handler((jobs, job) -> handle(adapter, jobs, job))
                .name("t-exchange")
                .timeout(properties.jobTimeout())
                .maxJobsActive(properties.maxJobsActive())
                .streamEnabled(true)
                .backoffSupplier(pollBackoff())
                .metrics(taken.by(jobType))
                .open();
    }

    private BackoffSupplier pollBackoff() {
        BackoffSupplier usual = backoff(MAX_POLL_INTERVAL);
        BackoffSupplier whileAway = backoff(MAX_POLL_INTERVAL_WHILE_AWAY);
        return current -> (reachability.isAway() ? whileAway : usual).supplyRetryDelay(current);
    }

    private static BackoffSupplier backoff(Duration max) {
        return BackoffSupplier.newBackoffBuilder().minDelay(100).maxDelay(max.toMillis()).backoffFactor(1.6)
                .jitterFactor(0.2).build();
    }

    private void handle(JobAdapter adapter, JobClient jobs, ActivatedJob job) {
        if (!handlers.begin()) {
            adapter.handBack(jobs, job);
            return;
        }
        try {
            adapter.handle(jobs, job);
        } finally {
            handlers.end();
        }
    }
}
