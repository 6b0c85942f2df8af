package com.texchange.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.texchange.common.Backoff;
import com.texchange.process.EngineCommand.OnUserTask;
import com.texchange.process.EngineCommand.RetryStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one waiting command and decides what becomes of it: done, again soon, or parked for an operator to see. */
@Component
class CommandExecution {

    static final TaskDescriptor<EngineCommand> TASK = TaskDescriptor.of("engine-command", EngineCommand.class);

    private static final Logger LOG = LoggerFactory.getLogger(CommandExecution.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));
    private static final Duration PARKED_AFTER = BACKOFF.max().multipliedBy(2);
    private static final Duration REFUSED_AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(200);
    /** About half a minute of failures: an outage that a person should know of, no hiccup. */
    private static final int WORTH_A_WARNING = 6;

    private final CommandSender sender;
    private final CommandQueue queue;
    private final ProcessDeployment deployment;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CommandExecution(CommandSender sender, CommandQueue queue, ProcessDeployment deployment,
            ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.sender = sender;
        this.queue = queue;
        this.deployment = deployment;
        this.events = events;
        this.transaction = transaction;
    }

    CompletionHandler<EngineCommand> run(TaskInstance<EngineCommand> task) {
        if (!deployment.isSettled()) {
            // A start message finds nothing to start in an engine that does not have the processes yet.
            return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plusSeconds(1));
        }
        Optional<Instant> earlier = queue.earlierIsDue(task.getId(), PARKED_AFTER);
        if (earlier.isPresent()) {
            return after(earlier.get());
        }
        try {
            sender.send(task.getData());
            if (task.getData() instanceof RetryStep retry) {
                events.publishEvent(new RetryTaken(retry.incidentKey()));
            }
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (RuntimeException thrown) {
            return afterFailure(task.getData(), thrown);
        }
    }

    private CompletionHandler<EngineCommand> afterFailure(EngineCommand command, RuntimeException thrown) {
        Failure failure = Failure.of(thrown);
        return switch (failure) {
            case ALREADY_DONE -> new CompletionHandler.OnCompleteRemove<>();
            case GONE -> gone(command, thrown);
            case TRANSIENT, MISCONFIGURED, REFUSED -> retry(command, failure, thrown);
        };
    }

    private CompletionHandler<EngineCommand> gone(EngineCommand command, RuntimeException thrown) {
        if (!(command instanceof OnUserTask onTask)) {
            return retry(command, Failure.REFUSED, thrown);
        }
        LOG.info("Camunda has no user task {} any more: {}", onTask.userTaskKey(), command.description());
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(new UserTaskGone(onTask.userTaskKey())));
        } catch (RuntimeException listenerFailed) {
            LOG.error("Nobody could be told that user task {} is gone, told again later", onTask.userTaskKey(),
                    listenerFailed);
            return retry(command, Failure.TRANSIENT, listenerFailed);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private CompletionHandler<EngineCommand> retry(EngineCommand command, Failure failure, RuntimeException thrown) {
        return (complete, operations) -> {
            int failures = complete.getExecution().consecutiveFailures + 1;
            Duration wait = failure == Failure.REFUSED ? REFUSED_AGAIN_AFTER : BACKOFF.after(failures);
            log(command, failure, failures, wait, thrown);
            Instant done = complete.getTimeDone();
            operations.reschedule(ExecutionComplete.failure(complete.getExecution(),
                    done.minus(complete.getDuration()), done, thrown), done.plus(wait));
        };
    }

    private static void log(EngineCommand command, Failure failure, int failures, Duration wait, RuntimeException e) {
        String what = command.description();
        if (failure == Failure.REFUSED) {
            LOG.error("Camunda refused to {}, tried again in {}: {}", what, wait, Failure.reason(e));
        } else if (failure == Failure.MISCONFIGURED) {
            LOG.error("Address, credentials or rights for Camunda do not allow to {} (failure {}), tried again in {}: {}",
                    what, failures, wait, Failure.reason(e));
        } else if (failures == WORTH_A_WARNING) {
            LOG.warn("Camunda did not yet {}, tried until it does: {}", what, Failure.reason(e));
        } else {
            LOG.debug("Camunda did not {} (failure {}), tried again in {}", what, failures, wait, e);
        }
    }

    /** The engine answers again: what waits for its next attempt need not wait any longer. */
    @EventListener
    void engineIsBack(EngineIsBack event) {
        int woken = queue.wake(PARKED_AFTER);
        LOG.debug("{} commands wait no longer", woken);
    }

    private static CompletionHandler<EngineCommand> after(Instant earlier) {
        return (complete, operations) ->
                operations.reschedule(complete, latest(earlier, complete.getTimeDone()).plus(SOON));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
