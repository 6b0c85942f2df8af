package com.texchange.benchmark;

import com.texchange.common.Actor;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What an onboarding costs the database, from the invitation to the confirmation, through the engine and all workers; which of them
 * asks for what is written to {@code statements.txt}.
 */
@IntegrationTest
@Import({CountedDatabase.class, Report.class})
@Tag("benchmark")
class OnboardingBenchmarkIT {

    private static final int COUNTED = Integer.getInteger("benchmark.counted", 20);

    /** No floor: what shall not be exceeded. */
    private static final double[] AIM = {100, 40, 40};
    private static final int MOST = 300;
    private static final Path BY_CALLER = Path.of("target", "benchmark", "statements.txt");

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
        new Race(1, line -> report.add(line, false)).count(List.of("onboarding: statements", "onboarding: commits", "onboarding: connections"),
                "per onboarding", this::counted, () -> AIM);
        Files.createDirectories(BY_CALLER.getParent());
        Files.write(BY_CALLER, database.mostByCaller(MOST));
        report.write();
        System.out.println(report.table());
    }

    private double[] counted() {
        Actor supplier = people.supplier();
        List<Actor> distributors = IntStream.range(0, COUNTED).mapToObj(i -> people.distributor(1)).toList();
        database.forget();
        distributors.forEach(distributor -> journey.connected(supplier, distributor, 1));
        CountedDatabase.Counts counts = database.counts();
        return DoubleStream.of(counts.statements(), counts.commits(), counts.connections()).map(count -> count / COUNTED).toArray();
    }
}
