package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after some wrong ones for an address, known or not, none is tried for a while. Each
 * instance of the application counts for itself; the least recent addresses are forgotten, so memory stays bounded.
 */
@Component
class SignInGuard {

    static final int TRIES = 5;
    static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ADDRESSES;
        }
    };

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed(String address) {
        Failures known = failures.get(key(address));
        return known != null && known.count >= TRIES && clock.instant().isBefore(known.last.plus(PAUSE));
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        failures.merge(key(address), new Failures(1, now), (known, first) ->
                now.isBefore(known.last.plus(PAUSE)) ? new Failures(known.count + 1, now) : first);
    }

    synchronized void succeeded(String address) {
        failures.remove(key(address));
    }

    /** A key of bounded length: what is typed can be anything. */
    private static String key(String address) {
        String key = EmailAddress.parse(address).map(EmailAddress::value)
                .orElseGet(() -> address.strip().toLowerCase(Locale.ROOT));
        return key.substring(0, Math.min(key.length(), 254));
    }

    private record Failures(int count, Instant last) {
    }
}
