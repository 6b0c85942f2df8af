package com.texchange.benchmark;

import static com.texchange.onboarding.OnboardingTasks.ACCEPT;
import static com.texchange.onboarding.OnboardingTasks.CONNECT;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path BY_CALLER = Path.of("target", "benchmark", "statements.txt");

    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    JdbcClient jdbc;
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

    /** By people who have the letter before they follow its link. */
    private void onboard(Actor supplier, Actor distributor) {
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        awaitLetters(id, 1);
        joining.follow(journey.token(id), distributor);
        journey.awaitTask(ACCEPT, id.value());
        acceptance.accept(id, false, distributor);
        journey.awaitTask(CONNECT, id.value());
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor), distributor);
        awaitLetters(id, 3);
    }

    private void awaitLetters(OnboardingId id, int number) {
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'SENT'")
                .param(id.value()).query(Integer.class).single() == number);
    }

    private double[] counted() {
        Actor supplier = people.supplier();
        List<Actor> distributors = IntStream.range(0, COUNTED).mapToObj(i -> people.distributor(1)).toList();
        database.forget();
        distributors.forEach(distributor -> onboard(supplier, distributor));
        CountedDatabase.Counts counts = database.counts();
        return DoubleStream.of(counts.statements(), counts.commits(), counts.connections()).map(count -> count / COUNTED).toArray();
    }
}
