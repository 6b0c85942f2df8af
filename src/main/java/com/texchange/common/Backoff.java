package com.texchange.common;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that grow from one failure to the next, with jitter so that many waiters do not come back at the same moment.
 *
 * @param first  the wait after the first failure, before jitter
 * @param factor how much longer each further wait is
 * @param max    no wait is longer
 */
public record Backoff(Duration first, double factor, Duration max) {

    /**
     * @param failures how often it has failed in a row, 1 or more
     * @return between half of the grown wait and the whole of it
     */
    public Duration after(int failures) {
        double grown = first.toMillis() * Math.pow(factor, Math.max(0, failures - 1));
        double bounded = Math.min(grown, max.toMillis());
        return Duration.ofMillis(Math.round(bounded * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }
}
