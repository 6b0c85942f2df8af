package com.texchange.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.texchange.process.CommandAttempt.Again;
import com.texchange.process.CommandAttempt.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs a waiting command that db-scheduler has found due: one that was not sent at once, or not with success. */
@Component
class CommandExecution {

    static final TaskDescriptor<EngineCommand> TASK = TaskDescriptor.of("engine-command", EngineCommand.class);

    private static final Logger LOG = LoggerFactory.getLogger(CommandExecution.class);
    private static final Duration SOON = Duration.ofMillis(200);

    private final CommandAttempt attempt;
    private final CommandQueue queue;
    private final CommandsInHand hand;
    private final ProcessDeployment deployment;

    CommandExecution(CommandAttempt attempt, CommandQueue queue, CommandsInHand hand, ProcessDeployment deployment) {
        this.attempt = attempt;
        this.queue = queue;
        this.hand = hand;
        this.deployment = deployment;
    }

    CompletionHandler<EngineCommand> run(Execution execution, EngineCommand command) {
        if (!deployment.isSettled()) {
            // A start message finds nothing to start in an engine that does not have the processes yet.
            return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone().plusSeconds(1));
        }
        Optional<Instant> earlier = queue.earlierIsDue(execution.getId(), CommandAttempt.PARKED_AFTER);
        if (earlier.isPresent()) {
            return after(earlier.get());
        }
        return switch (attempt.make(command, execution.consecutiveFailures)) {
            case Done done -> new Finish();
            case Again again -> again(again);
        };
    }

    /** Begins the next one of the same target as well. */
    private final class Finish extends CompletionHandler.OnCompleteRemove<EngineCommand> {

        @Override
        public void complete(ExecutionComplete complete, ExecutionOperations<EngineCommand> operations) {
            Execution execution = complete.getExecution();
            hand.finished(execution.getId(), execution.version);
        }
    }

    private static CompletionHandler<EngineCommand> again(Again again) {
        return (complete, operations) -> {
            Instant done = complete.getTimeDone();
            operations.reschedule(ExecutionComplete.failure(complete.getExecution(),
                    done.minus(complete.getDuration()), done, again.thrown()), done.plus(again.pause()));
        };
    }

    /** The engine answers again: what waits for its next attempt need not wait any longer. */
    @EventListener
    void engineIsBack(EngineIsBack event) {
        int woken = queue.wake(CommandAttempt.PARKED_AFTER);
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
