package com.texchange.process;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the handlers that run, and lets none begin when the application stops. */
final class RunningHandlers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private int running;
    private boolean open;

    void open() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** @return false if it may not begin; else {@link #end} has to follow */
    boolean begin() {
        lock.lock();
        try {
            if (open) {
                running++;
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            running--;
            finished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more begin, and waits for those that run. @return how many did not end in time */
    int drain(Duration atMost) {
        lock.lock();
        try {
            open = false;
            long nanos = atMost.toNanos();
            while (running > 0 && nanos > 0) {
                nanos = finished.awaitNanos(nanos);
            }
            return running;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return running;
        } finally {
            lock.unlock();
        }
    }
}
