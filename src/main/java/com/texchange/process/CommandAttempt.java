package com.texchange.process;

import com.texchange.common.Backoff;
import com.texchange.process.EngineCommand.OnUserTask;
import com.texchange.process.EngineCommand.RetryStep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one command once and decides what becomes of it: done, again soon, or parked for an operator to see. */
@Component
class CommandAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(CommandAttempt.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));
    /** A command that waits longer than this was refused and holds up no other. */
    static final Duration PARKED_AFTER = BACKOFF.max().multipliedBy(2);
    private static final Duration REFUSED_AGAIN_AFTER = Duration.ofHours(1);
    /** About half a minute of failures: an outage that a person should know of, no hiccup. */
    private static final int WORTH_A_WARNING = 6;

    private final CommandSender sender;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CommandAttempt(CommandSender sender, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.sender = sender;
        this.events = events;
        this.transaction = transaction;
    }

    /** What became of it. */
    sealed interface Outcome {
    }

    /** The engine has taken it, or wants it no more. */
    record Done() implements Outcome {
    }

    /** It failed and is tried again. */
    record Again(Duration pause, RuntimeException thrown) implements Outcome {
    }

    /** @param failures how often it has failed before */
    Outcome make(EngineCommand command, int failures) {
        try {
            sender.send(command);
            if (command instanceof RetryStep retry) {
                events.publishEvent(new RetryTaken(retry.incidentKey()));
            }
            return new Done();
        } catch (RuntimeException thrown) {
            return afterFailure(command, failures + 1, thrown);
        }
    }

    private Outcome afterFailure(EngineCommand command, int failures, RuntimeException thrown) {
        Failure failure = Failure.of(thrown);
        return switch (failure) {
            case ALREADY_DONE -> new Done();
            case GONE -> gone(command, failures, thrown);
            case TRANSIENT, MISCONFIGURED, REFUSED -> again(command, failure, failures, thrown);
        };
    }

    private Outcome gone(EngineCommand command, int failures, RuntimeException thrown) {
        if (!(command instanceof OnUserTask onTask)) {
            return again(command, Failure.REFUSED, failures, thrown);
        }
        LOG.info("Camunda has no user task {} any more: {}", onTask.userTaskKey(), command.description());
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(new UserTaskGone(onTask.userTaskKey())));
        } catch (RuntimeException listenerFailed) {
            LOG.error("Nobody could be told that user task {} is gone, told again later", onTask.userTaskKey(),
                    listenerFailed);
            return again(command, Failure.TRANSIENT, failures, listenerFailed);
        }
        return new Done();
    }

    private static Again again(EngineCommand command, Failure failure, int failures, RuntimeException thrown) {
        Duration wait = failure == Failure.REFUSED ? REFUSED_AGAIN_AFTER : BACKOFF.after(failures);
        String what = command.description();
        if (failure == Failure.REFUSED) {
            LOG.error("Camunda refused to {}, tried again in {}: {}", what, wait, Failure.reason(thrown));
        } else if (failure == Failure.MISCONFIGURED) {
            LOG.error("Address, credentials or rights for Camunda do not allow to {} (failure {}), tried again in {}: {}",
                    what, failures, wait, Failure.reason(thrown));
        } else if (failures == WORTH_A_WARNING) {
            LOG.warn("Camunda did not yet {}, tried until it does: {}", what, Failure.reason(thrown));
        } else {
            LOG.debug("Camunda did not {} (failure {}), tried again in {}", what, failures, wait, thrown);
        }
        return new Again(wait, thrown);
    }
}
