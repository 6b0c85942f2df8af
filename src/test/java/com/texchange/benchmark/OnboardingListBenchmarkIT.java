package com.texchange.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.benchmark.SeededOnboardings.Cast;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lists of onboardings, home pages and the inbox, beside the best SQL for the same rows; first with a tenth of the data, so that it is
 * seen how each grows. {@code -Dbenchmark.onboardings=} says how many there are.
 */
@Benchmark
class OnboardingListBenchmarkIT {

    @Autowired
    SeededOnboardings onboardings;
    @Autowired
    OnboardingListMeasures lists;
    @Autowired
    OnboardingHomeMeasures homes;
    @Autowired
    Report report;

    @Test
    void onboardings() throws Exception {
        int all = Integer.getInteger("benchmark.onboardings", 100_000);
        Cast cast = onboardings.cast();
        List<String> differences = new ArrayList<>();

        onboardings.grow(cast, 0, all / 10);
        differences.addAll(measure(cast, true));
        onboardings.grow(cast, all / 10, all);
        differences.addAll(measure(cast, false));

        report.write();
        System.out.println(report.table());
        assertThat(differences).as("what the application and its floor do not have alike").isEmpty();
    }

    private List<String> measure(Cast cast, boolean tenth) throws Exception {
        Race race = new Race(Sizes.asked().rounds(), line -> report.add(line, tenth));
        homes.measure(cast, race);
        lists.measure(cast, race);
        return race.differences();
    }
}
