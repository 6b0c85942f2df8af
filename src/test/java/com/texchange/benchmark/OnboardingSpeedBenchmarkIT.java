package com.texchange.benchmark;

import com.texchange.benchmark.ClickedOnboardings.Onboarding;
import com.texchange.benchmark.SeededOnboardings.Cast;
import com.texchange.testing.IntegrationTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Onboardings through the application, the engine and all workers, from the invitation to the confirmation, one by one and sixteen
 * at once, beside the same processes whose workers complete everything at once; and when a task that a click leads to is in the
 * inbox, beside a listener that does nothing. The same onboardings go by Flowable's engine too. All of it after as many others as
 * {@code -Dbenchmark.before} says, and beside the first floor after a tenth of them too, so that it is seen how each grows.
 */
@IntegrationTest
@Import({AnsweredJobs.class, ClickedOnboardings.class, FlowableOnboardings.class, FlowableSteps.class, Report.class,
    SeededOnboardings.class})
// Its own, in which nothing else has been onboarded before.
@TestPropertySource(properties = "testing.database=onboarded")
@Tag("benchmark")
class OnboardingSpeedBenchmarkIT {

    @Autowired
    ClickedOnboardings clicks;
    @Autowired
    FlowableOnboardings flowable;
    @Autowired
    AnsweredJobs jobs;
    @Autowired
    SeededOnboardings before;
    @Autowired
    Report report;
    @TempDir
    Path temporary;

    @Test
    void onboardings() throws Exception {
        Cast cast = before.cast();
        int all = SeededOnboardings.ENDED_BEFORE;
        try (BareOnboardings bare = new BareOnboardings(temporary.resolve("engine"))) {
            before.growEnded(cast, 0, all / 10);
            race(true, atOnce -> bare(bare, atOnce));
            before.growEnded(cast, all / 10, all);
            race(false, atOnce -> floors(bare, atOnce));
        }
        report.write();
        System.out.println(report.table());
    }

    private void race(boolean tenth, IntFunction<Map<String, Contender>> floors) throws Exception {
        Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, tenth));
        race.run(ClickedOnboardings.lines("one in flight"), "ms", clicks.contender(1, jobs::await), floors.apply(1));
        race.run(ClickedOnboardings.lines(ClickedOnboardings.AT_ONCE + " in flight"), "ms",
                clicks.contender(ClickedOnboardings.AT_ONCE, jobs::await), floors.apply(ClickedOnboardings.AT_ONCE));
    }

    private static Map<String, Contender> bare(BareOnboardings bare, int atOnce) {
        return Map.of(" ÷ workers that do nothing", floor(bare, atOnce));
    }

    private Map<String, Contender> floors(BareOnboardings bare, int atOnce) {
        Map<String, Contender> floors = new LinkedHashMap<>(bare(bare, atOnce));
        floors.put(" ÷ Flowable", flowable.contender(atOnce, FlowableSteps.STEP_BY_STEP));
        floors.put(" ÷ Flowable, a click and its steps in one transaction", flowable.contender(atOnce, FlowableSteps.AT_ONCE));
        return floors;
    }

    private static Contender floor(BareOnboardings bare, int atOnce) {
        return () -> {
            double[] result = ClickedOnboardings.run(atOnce, IntStream.range(0, ClickedOnboardings.number(atOnce))
                    .<Onboarding>mapToObj(i -> () -> bare.onboard(UUID.randomUUID().toString())).toList());
            bare.awaitIdle();
            return result;
        };
    }
}
