package com.texchange.mail;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One way in which the mail server can be of no use: it is said once when it begins and once when letters go out again, however many
 * letters and attempts it takes meanwhile. A server that takes some letters and not others, as one that relays to its own domain alone,
 * would begin and end with every letter: so the next beginning is not said at once.
 */
final class ServerOutage {

    private static final Logger LOG = LoggerFactory.getLogger(ServerOutage.class);
    private static final Duration SAID_AT_MOST_EVERY = Duration.ofMinutes(10);
    private final String what;
    private final Level level;
    private final LongSupplier nanos;
    private boolean said;
    private long saidAt;
    /** Since it was last said that letters go out, or ever. */
    private int failedAttempts;

    /**
     * @param what  for whoever looks after the mail
     * @param nanos a clock as {@link System#nanoTime}
     */
    ServerOutage(String what, Level level, LongSupplier nanos) {
        this.what = what;
        this.level = level;
        this.nanos = nanos;
        this.saidAt = nanos.getAsLong() - SAID_AT_MOST_EVERY.toNanos();
    }

    synchronized void failed(LetterNotSent failure) {
        failedAttempts++;
        long now = nanos.getAsLong();
        if (!said && now - saidAt >= SAID_AT_MOST_EVERY.toNanos()) {
            said = true;
            saidAt = now;
            LOG.atLevel(level).setCause(failure)
                    .log("{}; letters wait and are tried again, which is not said for each ({} failed attempts so far): {}", what,
                            failedAttempts, failure.reason());
        }
    }

    synchronized void taken() {
        if (said) {
            said = false;
            LOG.info("The mail server takes letters again, after {} failed attempts in {} s", failedAttempts,
                    Duration.ofNanos(nanos.getAsLong() - saidAt).toSeconds());
            failedAttempts = 0;
        }
    }
}
