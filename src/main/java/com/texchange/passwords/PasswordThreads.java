package com.texchange.passwords;

import com.texchange.common.RefusedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where passwords are worked on. A hash holds a processor for tens of milliseconds, and never lets go of it: on the threads that
 * carry the virtual ones, as many hashes as there are processors would stop every page. So a few threads of their own do
 * it, fewer than there are processors, and what would wait for long is refused.
 */
@Component
class PasswordThreads implements DisposableBean {

    static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    /** For each thread: about two seconds' work. */
    private static final int WAITING = 24;

    private final ThreadPoolExecutor threads;

    @Autowired
    PasswordThreads() {
        this(THREADS, WAITING * THREADS);
    }

    /** @param waiting works that may wait for a thread */
    PasswordThreads(int threads, int waiting) {
        this.threads = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** @throws RefusedException if too many are waiting */
    <T> @Nullable T compute(Supplier<@Nullable T> work) {
        Future<@Nullable T> result = submit(work);
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for a password", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be worked on", e.getCause());
        }
    }

    private <T> Future<@Nullable T> submit(Supplier<@Nullable T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw new RefusedException("passwords.busy");
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
