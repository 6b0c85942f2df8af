package com.texchange.faults.random;

import com.texchange.local.LocalServers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops one part at a time under the people's feet, and starts it some steps later. When, which and for how long is drawn
 * from a source of its own, so that a seed gives the same disturbances however fast the parts are.
 */
final class Disturbances {

    private static final Logger LOG = LoggerFactory.getLogger(Disturbances.class);
    private static final int LONGEST = 12;

    private final Random random;
    private final LocalServers servers;
    private final RestartableApplication application;
    private final int pause;
    private final Map<Part, Integer> begun = new EnumMap<>(Part.class);
    private int step;
    private Planned next;
    private int ends;
    private Runnable end = () -> { };

    enum Part {
        WORKERS, APPLICATION, ENGINE, MAIL
    }

    /** @param begins after which step */
    private record Planned(int begins, Part part, int steps) {
    }

    /** @param pause steps between two disturbances, on average */
    Disturbances(Random random, int pause, LocalServers servers, RestartableApplication application) {
        this.random = random;
        this.pause = pause;
        this.servers = servers;
        this.application = application;
        this.next = plan(0);
    }

    private Planned plan(int after) {
        return new Planned(after + 1 + random.nextInt(2 * pause), Part.values()[random.nextInt(Part.values().length)],
                1 + random.nextInt(LONGEST));
    }

    /** Called after each step: ends what has lasted long enough, or begins what is due. */
    void pass() {
        step++;
        if (step == ends) {
            finish();
        }
        if (step == next.begins()) {
            begin(next);
            next = plan(step + next.steps());
        }
    }

    private void begin(Planned planned) {
        begun.merge(planned.part(), 1, Integer::sum);
        LOG.info("Disturbance {}: {} for {} steps", count(), planned.part(), planned.steps());
        switch (planned.part()) {
            // Nobody can click while the application is away.
            case APPLICATION -> application.restart();
            case WORKERS -> lasting(planned, application::stopWorkers, application::startWorkers);
            case ENGINE -> lasting(planned, servers::stopEngine, servers::startEngine);
            case MAIL -> lasting(planned, servers::stopMail, servers::startMail);
        }
    }

    private void lasting(Planned planned, Runnable begin, Runnable finish) {
        begin.run();
        end = finish;
        ends = planned.begins() + planned.steps();
    }

    /** Everything runs again. */
    void finish() {
        Runnable finish = end;
        end = () -> { };
        finish.run();
    }

    int count() {
        return begun.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Part part) {
        return begun.getOrDefault(part, 0);
    }
}
