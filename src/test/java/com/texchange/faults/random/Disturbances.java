package com.texchange.faults.random;

import com.texchange.local.LocalServers;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops one part at a time under the people's feet, and starts it some steps later. */
final class Disturbances {

    private static final Logger LOG = LoggerFactory.getLogger(Disturbances.class);
    private static final int LONGEST = 12;

    private final Random random;
    private final LocalServers servers;
    private final RestartableApplication application;
    private int stepsLeft;
    private Runnable end = () -> { };
    private int count;

    private enum Part {
        WORKERS, APPLICATION, ENGINE, MAIL
    }

    Disturbances(Random random, LocalServers servers, RestartableApplication application) {
        this.random = random;
        this.servers = servers;
        this.application = application;
    }

    /** Called after each step: ends what has lasted long enough, or begins something, with the given chance of one in so many. */
    void pass(int oneIn) {
        if (stepsLeft > 0) {
            if (--stepsLeft == 0) {
                finish();
            }
        } else if (random.nextInt(oneIn) == 0) {
            begin(Part.values()[random.nextInt(Part.values().length)], 1 + random.nextInt(LONGEST));
        }
    }

    private void begin(Part part, int steps) {
        count++;
        LOG.info("Disturbance {}: {} for {} steps", count, part, steps);
        switch (part) {
            // Nobody can click while the application is away.
            case APPLICATION -> application.restart();
            case WORKERS -> lasting(steps, application::stopWorkers, application::startWorkers);
            case ENGINE -> lasting(steps, servers::stopEngine, servers::startEngine);
            case MAIL -> lasting(steps, servers::stopMail, servers::startMail);
        }
    }

    private void lasting(int steps, Runnable begin, Runnable finish) {
        begin.run();
        end = finish;
        stepsLeft = steps;
    }

    /** Everything runs again. */
    void finish() {
        Runnable finish = end;
        end = () -> { };
        stepsLeft = 0;
        finish.run();
    }

    int count() {
        return count;
    }
}
