package com.texchange.benchmark;

import com.texchange.common.Actor;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What an onboarding costs, from the invitation to the confirmation, through the engine and all workers. */
@IntegrationTest
@Import({CountedDatabase.class, Report.class})
@Tag("benchmark")
class OnboardingBenchmarkIT {

    private static final int WARM = 5;
    private static final int COUNTED = Integer.getInteger("benchmark.onboardings", 20);

    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    CountedDatabase database;
    @Autowired
    Report report;

    @Test
    void statements() throws Exception {
        Actor supplier = people.supplier();
        List<Actor> distributors = IntStream.range(0, WARM + COUNTED).mapToObj(i -> people.distributor(1)).toList();
        distributors.subList(0, WARM).forEach(distributor -> journey.connected(supplier, distributor, 1));
        database.forget();
        distributors.subList(WARM, distributors.size()).forEach(distributor -> journey.connected(supplier, distributor, 1));
        CountedDatabase.Counts counts = database.counts();
        database.most(70).forEach(System.out::println);
        System.out.println(counts + " of " + COUNTED);
    }
}
