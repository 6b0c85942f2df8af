package com.texchange.process;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Runs the handlers of all types, and the workers' polls. Has a queue without bound, so it never rejects a job; how many
 * jobs come is bounded by the workers.
 */
final class JobThreads extends ScheduledThreadPoolExecutor {

    private final TakenJobs taken;

    JobThreads(int threads, TakenJobs taken) {
        super(threads, Thread.ofVirtual().name("job-", 0).factory());
        this.taken = taken;
    }

    /** The workers give handlers in this way, and their polls by {@link #schedule}. */
    @Override
    public void execute(Runnable handler) {
        super.execute(taken.handOver(handler));
    }
}
