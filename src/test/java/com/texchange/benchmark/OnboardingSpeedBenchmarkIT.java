package com.texchange.benchmark;

import com.texchange.benchmark.ClickedOnboardings.Onboarding;
import com.texchange.testing.IntegrationTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Onboardings through the application, the engine and all workers, from the invitation to the confirmation, one by one and sixteen
 * at once, beside the same processes whose workers complete everything at once; and when a task that a click leads to is in the
 * inbox, beside a listener that does nothing. The same onboardings go by Flowable's engine too.
 */
@IntegrationTest
@Import({AnsweredJobs.class, ClickedOnboardings.class, FlowableOnboardings.class, FlowableSteps.class, Report.class})
@Tag("benchmark")
class OnboardingSpeedBenchmarkIT {

    @Autowired
    ClickedOnboardings clicks;
    @Autowired
    FlowableOnboardings flowable;
    @Autowired
    AnsweredJobs jobs;
    @Autowired
    Report report;
    @TempDir
    Path temporary;

    @Test
    void onboardings() throws Exception {
        try (BareOnboardings bare = new BareOnboardings(temporary.resolve("engine"))) {
            Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, false));
            race.run(ClickedOnboardings.lines("one in flight"), "ms", clicks.contender(1, jobs::await),
                    floors(bare, 1));
            race.run(ClickedOnboardings.lines(ClickedOnboardings.AT_ONCE + " in flight"), "ms",
                    clicks.contender(ClickedOnboardings.AT_ONCE, jobs::await),
                    floors(bare, ClickedOnboardings.AT_ONCE));
        }
        report.write();
        System.out.println(report.table());
    }

    private Map<String, Contender> floors(BareOnboardings bare, int atOnce) {
        Map<String, Contender> floors = new LinkedHashMap<>();
        floors.put(" ÷ workers that do nothing", floor(bare, atOnce));
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
