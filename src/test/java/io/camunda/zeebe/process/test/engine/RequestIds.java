package io.camunda.zeebe.process.test.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers requests. The engine keeps the number of a waiting request in its state, so with a durable log an answer to a
 * request from before a restart may come out after it: a later start counts from a higher number and drops that answer.
 */
final class RequestIds {

    private static final int REQUESTS_PER_MILLISECOND_BITS = 20;

    private final AtomicLong last = new AtomicLong(System.currentTimeMillis() << REQUESTS_PER_MILLISECOND_BITS);

    long next() {
        return last.incrementAndGet();
    }
}
