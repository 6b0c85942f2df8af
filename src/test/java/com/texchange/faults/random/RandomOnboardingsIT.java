package com.texchange.faults.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives hundreds of onboardings by random decisions while workers, application, engine and mail server stop and start,
 * then looks whether everything agrees. Each run draws anew; {@code -Drandom.seed} replays the decisions and disturbances
 * of one (the threads of the parts still interleave as they like); {@code -Drandom.onboardings} sets how many there are.
 */
@Tag("faults")
class RandomOnboardingsIT {

    private static final Logger LOG = LoggerFactory.getLogger(RandomOnboardingsIT.class);
    private static final long SEED = Long.getLong("random.seed", System.nanoTime());
    private static final int ONBOARDINGS = Integer.getInteger("random.onboardings", 200);
    private static final int SUPPLIERS = 8;
    private static final int AT_ONCE = 25;
    private static final int STEPS_BETWEEN_DISTURBANCES = 35;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAST_EVERY_INVITATION = Duration.ofDays(91);

    /** Sources of their own, so that what one draws does not depend on how far another one has come. */
    private final Random plans = new Random(SEED);
    private final Random turns = new Random(SEED + 1);
    private final Random disturbed = new Random(SEED + 2);
    private LocalServers servers;
    private RestartableApplication application;

    @BeforeEach
    void start() {
        servers = LocalServers.start(LocalSettings.anywhere());
        application = new RestartableApplication(servers);
    }

    @AfterEach
    void stop() {
        application.close();
        servers.close();
    }

    @Test
    void everyOnboardingEndsOnceOrWaitsOnATaskWhateverStopsUnderIt() {
        LOG.info("Seed {}, {} onboardings", SEED, ONBOARDINGS);
        try {
            walkAndCheck();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Failed with -Drandom.seed=%d -Drandom.onboardings=%d".formatted(SEED, ONBOARDINGS), e);
        }
    }

    private void walkAndCheck() {
        List<Walker> walkers = walkers();
        Disturbances disturbances = new Disturbances(disturbed, STEPS_BETWEEN_DISTURBANCES, servers, application);

        walk(walkers, disturbances);
        disturbances.finish();
        Invariants invariants = new Invariants(application, servers, walkers);
        await().atMost(PATIENCE).untilAsserted(invariants::settledExceptExpiring);
        servers.camunda().increaseTime(PAST_EVERY_INVITATION);
        await().atMost(PATIENCE).untilAsserted(invariants::settled);

        invariants.check(disturbances);
        LOG.info("{} disturbances", disturbances.count());
        assertThat(disturbances.count()).as("disturbances").isGreaterThan(ONBOARDINGS / 20);
    }

    private List<Walker> walkers() {
        TestPeople people = application.bean(TestPeople.class);
        List<Actor> suppliers = Stream.generate(people::supplier).limit(SUPPLIERS).toList();
        Actor sales = people.sales();
        return IntStream.range(0, ONBOARDINGS).mapToObj(number -> {
            Plan plan = Plan.draw(plans);
            return new Walker(plan, application, suppliers.get(plans.nextInt(SUPPLIERS)), sales,
                    plan.newcomer() ? null : people.distributor(Plan.MOST_LICENSES));
        }).toList();
    }

    /** Some are under way at a time, so that beginnings, middles and ends are disturbed alike. */
    private void walk(List<Walker> walkers, Disturbances disturbances) {
        List<Walker> underWay = new ArrayList<>();
        List<Walker> waiting = new ArrayList<>(walkers);
        while (!underWay.isEmpty() || !waiting.isEmpty()) {
            while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
                underWay.add(waiting.removeFirst());
            }
            stepOfAnyone(underWay, disturbances);
            underWay.removeIf(Walker::isDone);
            disturbances.pass();
        }
    }

    /** Who is drawn first goes first; when nobody can, because all wait for a part that is away, it comes back. */
    private void stepOfAnyone(List<Walker> underWay, Disturbances disturbances) {
        int first = turns.nextInt(underWay.size());
        if (anyStep(underWay, first)) {
            return;
        }
        disturbances.finish();
        await().atMost(PATIENCE).until(() -> anyStep(underWay, first));
    }

    private static boolean anyStep(List<Walker> walkers, int first) {
        return IntStream.range(0, walkers.size())
                .anyMatch(i -> walkers.get((first + i) % walkers.size()).step());
    }
}
