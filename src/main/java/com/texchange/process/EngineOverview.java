package com.texchange.process;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Service;

/** How the link to the engine is doing, for process managers. */
@Service
public class EngineOverview {

    private static final String VERSION = "gatewayVersion";

    private final CamundaHealthIndicator health;
    private final CommandQueue queue;

    EngineOverview(CamundaHealthIndicator health, CommandQueue queue) {
        this.health = health;
        this.queue = queue;
    }

    /** How the engine does, as far as this application knows; its words are under its name. */
    public enum Condition {
        WELL, UNREACHABLE,
        /** Another installation's, or rebuilt from nothing. */
        UNKNOWN,
        /** Some steps are not begun; the application mends that by itself. */
        STALLED
    }

    /** @param version of the gateway, if it is well */
    public record State(Condition condition, @Nullable String version) {

        public boolean isWell() {
            return condition == Condition.WELL;
        }
    }

    /**
     * A command that the engine has not taken yet.
     *
     * @param kind    what it is about: {@code message}, {@code task}, {@code incident} or {@code other}
     * @param about   the business id or the engine's key
     * @param failures how often it was tried in vain
     * @param next    when it is tried again
     */
    public record WaitingCommand(String kind, String about, int failures, Instant next) {
    }

    /** @param failing how many of the waiting ones were tried in vain */
    public record Waiting(int all, int failing) {
    }

    /** Asks the engine; waits some seconds at most. */
    public State state(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        Health answer = health.health();
        Object version = answer.getDetails().get(VERSION);
        return new State(condition(answer), version == null ? null : version.toString());
    }

    private static Condition condition(Health answer) {
        if (answer.getStatus().equals(Status.UP)) {
            return Condition.WELL;
        }
        return switch (String.valueOf(answer.getDetails().get(CamundaHealthIndicator.ERROR))) {
            case CamundaHealthIndicator.UNKNOWN_ENGINE -> Condition.UNKNOWN;
            case CamundaHealthIndicator.WORKERS_STALLED -> Condition.STALLED;
            default -> Condition.UNREACHABLE;
        };
    }

    public Waiting waiting(Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return queue.waiting();
    }

    /** The waiting commands, those that failed most first. */
    public List<WaitingCommand> waiting(int offset, int limit, Actor actor) {
        actor.require(Role.PROCESS_MANAGER);
        return queue.waiting(offset, limit);
    }
}
