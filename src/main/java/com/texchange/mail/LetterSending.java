package com.texchange.mail;

import com.github.kagkarlsson.scheduler.Clock;
import com.texchange.common.Backoff;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the queue, on threads of its own: neither does a slow mail server hold up engine commands, nor an engine that
 * is away letters. The mail server is asked outside of any transaction; should the result not be recorded, the letter goes out again
 * with the same Message-ID.
 */
@Component
class LetterSending implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSending.class);
    private final LetterQueue queue;
    private final DeliveryLog log;
    private final LetterPost post;
    private final Clock schedulerClock;
    private final int concurrency;
    private final Duration giveUpAfter;
    private final Backoff backoff;
    private final ServerOutage refusing = new ServerOutage("The mail server does not accept this application", Level.ERROR, System::nanoTime);
    private final ServerOutage away = new ServerOutage("The connection to the mail server fails", Level.WARN, System::nanoTime);
    private volatile @Nullable LetterRound round;

    LetterSending(LetterQueue queue, DeliveryLog log, LetterPost post, SendingProperties properties, Clock schedulerClock) {
        this.queue = queue;
        this.log = log;
        this.post = post;
        this.schedulerClock = schedulerClock;
        this.concurrency = properties.concurrency();
        this.giveUpAfter = properties.giveUpAfter();
        this.backoff = new Backoff(properties.firstRetry(), 2, properties.longestRetry());
    }

    /** Something may be due. */
    void wake() {
        LetterRound running = round;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public synchronized void start() {
        if (round == null && concurrency > 0) {
            round = new LetterRound(queue, log, this::attempt, concurrency);
        }
    }

    @Override
    public synchronized void stop() {
        LetterRound running = round;
        round = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return round != null;
    }

    private Attempt attempt(OutgoingLetter letter) {
        try {
            post.send(letter);
            refusing.taken();
            away.taken();
            return Attempt.taken(letter);
        } catch (LetterNotSent failure) {
            return failed(letter, failure);
        }
    }

    private Attempt failed(OutgoingLetter letter, LetterNotSent failure) {
        Instant next = schedulerClock.now().plus(backoff.after(letter.attempts() + 1));
        boolean ofServer = failure.problem() == DeliveryProblem.OWN_SERVER;
        if (ofServer) {
            (failure.isMisconfigured() ? refusing : away).failed(failure);
        }
        if (failure.isPermanent() || next.isAfter(letter.queuedAt().plus(giveUpAfter))) {
            LOG.warn("Letter {} ({}) is given up: {}", letter.id(), letter.template(), failure.reason());
            return Attempt.givenUp(letter, failure);
        }
        LOG.atLevel(ofServer ? Level.DEBUG : Level.INFO)
                .log("Letter {} ({}) is sent again at {}: {}", letter.id(), letter.template(), next, failure.reason());
        return Attempt.failedForNow(letter, failure, next);
    }
}
