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
 * then looks whether everything agrees. {@code -Drandom.seed} replays a run's decisions and disturbances (the threads of
 * the parts still interleave as they like); {@code -Drandom.onboardings} sets how many there are.
 */
@Tag("faults")
class RandomOnboardingsIT {

    private static final Logger LOG = LoggerFactory.getLogger(RandomOnboardingsIT.class);
    private static final long SEED = Long.getLong("random.seed", 20261124L);
    private static final int ONBOARDINGS = Integer.getInteger("random.onboardings", 200);
    private static final int SUPPLIERS = 8;
    private static final int AT_ONCE = 25;
    private static final int DISTURBED_ONE_IN = 35;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAST_EVERY_INVITATION = Duration.ofDays(91);

    private final Random random = new Random(SEED);
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
        List<Walker> walkers = walkers();
        Disturbances disturbances = new Disturbances(random, servers, application);

        walk(walkers, disturbances);
        disturbances.finish();
        Invariants invariants = new Invariants(application, servers, walkers);
        await().atMost(PATIENCE).untilAsserted(invariants::settledExceptExpiring);
        servers.camunda().increaseTime(PAST_EVERY_INVITATION);
        await().atMost(PATIENCE).untilAsserted(invariants::settled);

        invariants.check();
        LOG.info("{} disturbances", disturbances.count());
        assertThat(disturbances.count()).as("disturbances").isGreaterThan(ONBOARDINGS / 20);
    }

    private List<Walker> walkers() {
        TestPeople people = application.bean(TestPeople.class);
        List<Actor> suppliers = Stream.generate(people::supplier).limit(SUPPLIERS).toList();
        Actor sales = people.sales();
        return IntStream.range(0, ONBOARDINGS).mapToObj(number -> {
            Plan plan = Plan.draw(random);
            return new Walker(plan, application, suppliers.get(random.nextInt(SUPPLIERS)), sales,
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
            disturbances.pass(DISTURBED_ONE_IN);
        }
    }

    /** Who is drawn first goes first; when nobody can, because all wait for a part that is away, it comes back. */
    private void stepOfAnyone(List<Walker> underWay, Disturbances disturbances) {
        int first = random.nextInt(underWay.size());
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
