package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private final MovableClock clock = new MovableClock();
    private final SignInGuard guard = new SignInGuard(clock);

    @Test
    void closesAfterFiveWrongPasswordsForAMinute() {
        fail("Ann@example.com", SignInGuard.TRIES - 1);
        assertThat(guard.isClosed("ann@example.com")).isFalse();

        fail("ann@example.com ", 1);
        assertThat(guard.isClosed("ann@example.com")).isTrue();
        assertThat(guard.isClosed("bob@example.com")).isFalse();

        clock.now = clock.now.plus(SignInGuard.PAUSE);
        assertThat(guard.isClosed("ann@example.com")).isFalse();
    }

    @Test
    void theFormsOfOneMailboxAreOne() {
        fail("ann@xn--80a1acny.xn--p1ai", SignInGuard.TRIES);

        assertThat(guard.isClosed("Ann@Почта.рф")).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        fail("ann@example.com", SignInGuard.TRIES - 1);
        guard.succeeded("ann@example.com");
        fail("ann@example.com", SignInGuard.TRIES - 1);

        assertThat(guard.isClosed("ann@example.com")).isFalse();
    }

    @Test
    void remembersABoundedNumberOfAddresses() {
        fail("ann@example.com", SignInGuard.TRIES);
        for (int i = 0; i < 10_000; i++) {
            guard.failed(i + "@example.com");
        }

        assertThat(guard.isClosed("ann@example.com")).isFalse();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            guard.failed(address);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
