package com.texchange.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ApplicationEventPublisher events;
    private final Map<String, JobAdapter> adapters = new TreeMap<>();
    private final List<JobWorker> open = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private int handling;
    private boolean taking;
    private boolean wanted;
    private boolean engineKnown;

    JobWorkers(CamundaClient client, CamundaProperties properties, EngineReachability reachability,
            List<ProcessWorker> workers, ApplicationEventPublisher events) {
        this.client = client;
        this.properties = properties;
        this.reachability = reachability;
        this.events = events;
        for (ProcessWorker worker : workers) {
            if (adapters.put(worker.jobType(), newAdapter(worker)) != null) {
                throw new IllegalStateException("More than one worker for job type '" + worker.jobType() + "'");
            }
        }
    }

    private JobAdapter newAdapter(ProcessWorker worker) {
        return new JobAdapter(worker, properties.retryBackoff(), properties.jobTimeout(), events);
    }

    @Override
    public synchronized void start() {
        adapters.values().forEach(JobAdapter::start);
        lock.lock();
        try {
            taking = true;
        } finally {
            lock.unlock();
        }
        wanted = true;
        openIfKnown();
    }

    /** Not before: another installation's engine would give its jobs to these workers. */
    @EventListener
    synchronized void recognized(EngineRecognized event) {
        engineKnown = true;
        openIfKnown();
    }

    private void openIfKnown() {
        if (wanted && engineKnown && open.isEmpty()) {
            adapters.forEach((jobType, adapter) -> open.add(open(jobType, adapter)));
            LOG.info("Job workers: {}", adapters.keySet());
        }
    }

    @Override
    public void stop() {
        adapters.values().forEach(JobAdapter::stop);
        close();
        int left = drain();
        if (left > 0) {
            LOG.warn("{} job handlers still run after {}; the engine gives their jobs out again", left,
                    properties.drainTimeout());
        }
    }

    private synchronized void close() {
        wanted = false;
        open.forEach(JobWorker::close);
        open.clear();
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return taking;
        } finally {
            lock.unlock();
        }
    }

    private JobWorker open(String jobType, JobAdapter adapter) {
        return client.newWorker()
                .jobType(jobType)
                .handler((jobs, job) -> handle(adapter, jobs, job))
                .name("t-exchange")
                .timeout(properties.jobTimeout())
                .maxJobsActive(properties.maxJobsActive())
                .streamEnabled(true)
                .backoffSupplier(pollBackoff())
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
        if (!begin()) {
            adapter.handBack(jobs, job);
            return;
        }
        try {
            adapter.handle(jobs, job);
        } finally {
            end();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            if (taking) {
                handling++;
            }
            return taking;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            handling--;
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return how many handlers did not finish in time */
    private int drain() {
        lock.lock();
        try {
            taking = false;
            long nanos = properties.drainTimeout().toNanos();
            while (handling > 0 && nanos > 0) {
                nanos = finished.awaitNanos(nanos);
            }
            return handling;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return handling;
        } finally {
            lock.unlock();
        }
    }
}
