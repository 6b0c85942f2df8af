package com.texchange.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.texchange.process.CommandAttempt.Again;
import com.texchange.process.CommandAttempt.Done;
import com.texchange.process.CommandAttempt.Outcome;
import com.texchange.process.GivenCommands.Queued;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends commands as soon as the transaction that gives them has committed: they are written as picked by this instance, so
 * nobody has to find them. Should it die, they are taken over as any other durable task whose instance is dead; what fails
 * goes back to the queue. When many are given at once, those that find no room wait in the queue from the beginning.
 */
@Component
class CommandsInHand implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandsInHand.class);
    /** So few that each is sent at once, as nothing renews their heartbeat: the client gives a command up long before. */
    static final int MOST = 32;
    private static final Duration[] SOON = {Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(80)};
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final GivenCommands queue;
    private final CommandAttempt attempt;
    private final EngineReachability reachability;
    private final ObjectProvider<Scheduler> scheduler;
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean deployed;
    private volatile boolean running;

    CommandsInHand(GivenCommands queue, CommandAttempt attempt, EngineReachability reachability,
            ObjectProvider<Scheduler> scheduler) {
        this.queue = queue;
        this.attempt = attempt;
        this.reachability = reachability;
        this.scheduler = scheduler;
    }

    /** A start message finds nothing to start in an engine that does not have the processes yet. */
    @EventListener
    void deployed(ProcessesDeployed event) {
        deployed = true;
    }

    /** Writes a command in the caller's transaction. */
    void give(EngineCommand command) {
        boolean reserved = isOpen() && room.tryAcquire();
        // Registered first, so that the room is given back should the writing fail.
        Giving giving = new Giving(reserved);
        TransactionSynchronizationManager.registerSynchronization(giving);
        queue.add(command, reserved, written -> giving.given = written);
    }

    private final class Giving implements TransactionSynchronization {

        private final boolean reserved;
        private @Nullable Queued given;

        Giving(boolean reserved) {
            this.reserved = reserved;
        }

        @Override
        public void afterCommit() {
            if (given != null && !reserved) {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        }

        @Override
        public void afterCompletion(int status) {
            Queued command = given;
            if (reserved && status == STATUS_COMMITTED && command != null) {
                start(command);
            } else if (reserved) {
                // Where the commit's outcome is not known the command is taken over, if it is there, as of a dead instance.
                room.release();
            }
        }
    }

    private void start(Queued command) {
        Thread.ofVirtual().name("command-" + command.id()).start(() -> {
            try {
                Optional<Queued> next = command.picked() ? Optional.of(command) : queue.pickNext(command.id());
                while (next.isPresent()) {
                    next = execute(next.get());
                }
            } catch (RuntimeException e) {
                LOG.warn("What became of command {} could not be noted; it is sent again when its heartbeat is missed: {}",
                        command.id(), e.getMessage());
            } finally {
                room.release();
            }
        });
    }

    private Optional<Queued> execute(Queued queued) {
        return switch (outcome(queued.command())) {
            case Done done -> queue.finish(queued.id(), queued.version(), isOpen());
            case Again again -> {
                queue.putBack(queued.id(), queued.version(), again.pause());
                yield Optional.empty();
            }
        };
    }

    /** A decision that came before its task is sent before the engine has heard that the task's listener is done. */
    private Outcome outcome(EngineCommand command) {
        Outcome outcome = attempt.make(command, 0);
        for (int again = 1; outcome instanceof Again failed && Failure.isTooEarly(failed.thrown()) && again <= SOON.length; again++) {
            LockSupport.parkNanos(SOON[again - 1].toNanos());
            outcome = attempt.make(command, 0);
        }
        return outcome;
    }

    /** Removes a command that was sent by db-scheduler, and sends the next one of its target if there is one. */
    void finished(String id, long version) {
        boolean reserved = isOpen() && room.tryAcquire();
        try {
            Optional<Queued> next = queue.finish(id, version, reserved);
            if (reserved && next.isPresent()) {
                reserved = false;
                start(next.get());
            }
        } finally {
            if (reserved) {
                room.release();
            }
        }
    }

    private boolean isOpen() {
        if (!running || !deployed || reachability.isAway()) {
            return false;
        }
        SchedulerState state = scheduler.getObject().getSchedulerState();
        return state.isStarted() && !state.isPaused() && !state.isShuttingDown();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits for what is being sent; what is given from now on waits for db-scheduler, of this instance or another. */
    @Override
    public void stop() {
        running = false;
        try {
            if (room.tryAcquire(MOST, DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                room.release(MOST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
