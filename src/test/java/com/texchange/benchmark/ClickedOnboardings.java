package com.texchange.benchmark;

import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.testing.Requests;
import com.texchange.testing.SharedServices;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Onboardings by people who decide as soon as they are asked. */
@TestComponent
class ClickedOnboardings {

    static final int AT_ONCE = 16;
    private static final int ONBOARDINGS = Integer.getInteger("benchmark.onboarded", 64);

    private final Journey journey;
    private final Joining joining;
    private final Acceptance acceptance;
    private final ConnectionOrders orders;
    private final TestPeople people;
    private final JdbcClient jdbc;

    ClickedOnboardings(Journey journey, Joining joining, Acceptance acceptance, ConnectionOrders orders, TestPeople people,
            JdbcClient jdbc) {
        this.journey = journey;
        this.joining = joining;
        this.acceptance = acceptance;
        this.orders = orders;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Waits until a step is done. */
    @FunctionalInterface
    interface Waiting {
        /** @return when it was committed, by {@link System#nanoTime} */
        long await(String step, String onboarding) throws Exception;
    }

    /** One onboarding. */
    @FunctionalInterface
    interface Onboarding {
        /** @return how long it took until its tasks were there, in milliseconds */
        List<Double> run() throws Exception;
    }

    static List<String> lines(String how) {
        return List.of("onboarding, " + how, "task in the inbox, " + how + ", p50", "task in the inbox, " + how + ", p99");
    }

    /** As many as make a round: fewer if they go one by one. */
    static int number(int atOnce) {
        return atOnce == 1 ? Math.max(1, ONBOARDINGS / 8) : ONBOARDINGS;
    }

    Contender contender(int atOnce, Waiting waiting) {
        return contender(atOnce, waiting, begins -> { });
    }

    /** @param inviting told by the thread that invites, before and after it does */
    Contender contender(int atOnce, Waiting waiting, Consumer<Boolean> inviting) {
        return () -> {
            Actor supplier = people.supplier();
            List<Actor> distributors = IntStream.range(0, number(atOnce)).mapToObj(i -> people.distributor(1)).toList();
            double[] result = run(atOnce, distributors.stream()
                    .<Onboarding>map(one -> () -> onboard(supplier, one, waiting, inviting)).toList());
            awaitLetters();
            SharedServices.camunda().awaitIdle(Duration.ofMinutes(1));
            return result;
        };
    }

    /** What is left of onboardings is nobody's time. */
    void awaitLetters() {
        await().atMost(Duration.ofMinutes(2)).until(() -> jdbc.sql("select count(*) from mail_delivery where state = 'QUEUED'")
                .query(Integer.class).single() == 0);
    }

    private List<Double> onboard(Actor supplier, Actor distributor, Waiting waiting, Consumer<Boolean> inviting) throws Exception {
        inviting.accept(true);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        inviting.accept(false);
        String token = journey.token(id);
        long followed = System.nanoTime();
        joining.follow(token, distributor);
        long accept = waiting.await("Task_AcceptInvitation", id.toString());
        long accepted = System.nanoTime();
        acceptance.accept(id, false, distributor);
        long connect = waiting.await("Task_ConnectLicenses", id.toString());
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor), distributor);
        waiting.await("Task_ConfirmOnboarding", id.toString());
        return List.of((accept - followed) / 1e6, (connect - accepted) / 1e6);
    }

    /** @return milliseconds for each onboarding, and the median and 99th percentile of those until a task was there */
    static double[] run(int atOnce, List<Onboarding> onboardings) throws Exception {
        List<Double> latencies = new ArrayList<>();
        double millis;
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<List<Double>>> all = onboardings.stream().<Callable<List<Double>>>map(one -> one::run).toList();
            millis = Contender.millis(() -> {
                for (Future<List<Double>> one : threads.invokeAll(all)) {
                    latencies.addAll(one.get());
                }
            });
        }
        Samples samples = new Samples(latencies);
        return new double[] {millis / onboardings.size(), samples.quantile(0.5), samples.quantile(0.99)};
    }
}
