package com.texchange.mail;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.texchange.common.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The durable task that sends one letter, named by the delivery's id. The mail server is asked outside of any
 * transaction; should the result not be recorded, the letter goes out again with the same Message-ID.
 */
@Component
class SendingTask {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-letter");
    private static final Logger LOG = LoggerFactory.getLogger(SendingTask.class);
    private static final Duration WORTH_WAITING = Duration.ofMillis(500);
    private static final Duration WHEN_BUSY = Duration.ofMillis(500);
    private final DeliveryLog log;
    private final LetterPost post;
    private final Clock schedulerClock;
    private final Duration giveUpAfter;
    private final Backoff backoff;
    private final Semaphore sending;

    SendingTask(DeliveryLog log, LetterPost post, SendingProperties properties, Clock schedulerClock) {
        this.log = log;
        this.post = post;
        this.schedulerClock = schedulerClock;
        this.giveUpAfter = properties.giveUpAfter();
        this.backoff = new Backoff(properties.firstRetry(), 2, properties.longestRetry());
        this.sending = new Semaphore(properties.concurrency());
    }

    @Bean
    static Task<Void> sendLetter(SendingTask letters) {
        return Tasks.custom(TASK)
                .onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()
                        .plus(letters.backoff.after(complete.getExecution().consecutiveFailures + 1))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> letters.attempt(UUID.fromString(instance.getId())));
    }

    private CompletionHandler<Void> attempt(UUID id) {
        if (!isTurn()) {
            return again(schedulerClock.now().plus(WHEN_BUSY));
        }
        try {
            return log.findQueued(id).map(this::send).orElseGet(SendingTask::done);
        } finally {
            sending.release();
        }
    }

    /** Letters share their threads with engine commands: with a quick mail server they queue up, with a slow one they step back. */
    private boolean isTurn() {
        try {
            return sending.tryAcquire(WORTH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CompletionHandler<Void> send(OutgoingLetter letter) {
        try {
            post.send(letter);
        } catch (LetterNotSent e) {
            return failed(letter, e);
        }
        recordSent(letter);
        return done();
    }

    /** The letter is out: that somebody who follows it fails must not send it again. */
    private void recordSent(OutgoingLetter letter) {
        try {
            log.sent(letter);
        } catch (RuntimeException e) {
            LOG.error("Letter {} ({}) is sent, but who follows it could not be told", letter.id(), letter.template(), e);
            log.sentUntold(letter);
        }
    }

    private CompletionHandler<Void> failed(OutgoingLetter letter, LetterNotSent failure) {
        Instant next = schedulerClock.now().plus(backoff.after(letter.attempts() + 1));
        if (failure.isMisconfigured()) {
            LOG.error("The mail server does not accept this application: {}", failure.reason(), failure);
        }
        if (failure.isPermanent() || next.isAfter(letter.queuedAt().plus(giveUpAfter))) {
            LOG.warn("Letter {} ({}) is given up: {}", letter.id(), letter.template(), failure.reason());
            log.givenUp(letter, failure);
            return done();
        }
        LOG.info("Letter {} ({}) is sent again at {}: {}", letter.id(), letter.template(), next, failure.reason());
        log.failedForNow(letter, failure, next);
        return again(next);
    }

    private static CompletionHandler<Void> done() {
        return (complete, operations) -> operations.remove();
    }

    private static CompletionHandler<Void> again(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }
}
