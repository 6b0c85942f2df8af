package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));

    @RepeatedTest(20)
    void growsWithJitterBetweenHalfAndWhole() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void neverExceedsItsMaximum() {
        assertThat(backoff.after(7)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        assertThat(backoff.after(Integer.MAX_VALUE)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
}
