package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.grid.Grid;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The engine cannot be reached for a while, and people go on working. */
@SpringBootTest
@Import({TestPeople.class, Journey.class})
@ContextConfiguration(initializers = Lines.Start.class)
@DirtiesContext
@Tag("faults")
class EngineOutageIT extends Page {

    private static final Logger LOG = LoggerFactory.getLogger(EngineOutageIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int OF_EACH_KIND = 8;

    @Autowired
    Lines lines;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;

    /**
     * @param seconds  at least
     * @param failures of each command: the attempts come after 1, 2, 4 and 8 seconds or half of that, so that by the end
     *                 of a long outage they have paused for long
     */
    @ParameterizedTest
    @CsvSource({"10, 3", "20, 5"})
    void whatPeopleDecideMeanwhileIsKeptAndIsDoneWithinTheLengthOfTheOutage(int seconds, int failures) {
        supplier = people.supplier();
        Map<OnboardingId, Actor> following = onboardings(distributor ->
                journey.invite(supplier, distributor.email().value()));
        Map<OnboardingId, Actor> accepting = onboardings(distributor -> journey.accepting(supplier, distributor));
        Map<OnboardingId, Actor> connecting = onboardings(distributor -> journey.connecting(supplier, distributor));
        await().atMost(PATIENCE).until(() -> waiting() == 0);

        long down = System.nanoTime();
        lines.cutEngine();
        Map<OnboardingId, Actor> invited = onboardings(distributor ->
                journey.invite(supplier, distributor.email().value()));
        // The engine has not offered most of the tasks that are answered here.
        following.forEach((id, distributor) -> joining.follow(journey.token(id), distributor));
        List<Map<OnboardingId, Actor>> decided = List.of(following, accepting, connecting);
        Stream.of(following, accepting).forEach(onboardings -> onboardings.forEach((id, distributor) ->
                acceptance.accept(id, true, distributor)));
        decided.forEach(onboardings -> onboardings.values().forEach(this::order));

        decided.forEach(onboardings -> onboardings.keySet().forEach(id ->
                assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING)));
        assertThat(queries.count(OnboardingFilter.NONE, supplier).number()).isEqualTo(4 * OF_EACH_KIND);
        pagesShowIt(connecting.values().iterator().next());
        await().atMost(PATIENCE).until(() -> failedOften(failures) == 4 * OF_EACH_KIND
                && since(down).toSeconds() >= seconds);
        assertThat(waiting()).isEqualTo(4 * OF_EACH_KIND);
        Duration outage = since(down);

        long back = System.nanoTime();
        lines.mendEngine();
        decided.forEach(onboardings -> onboardings.keySet().forEach(id -> journey.awaitStage(id, Stage.CONNECTED)));
        await().atMost(PATIENCE).until(() -> waiting() == 0
                && invited.keySet().stream().allMatch(id -> letters(id) == 1));
        Duration drain = since(back);

        LOG.info("Outage {} s with {} commands waiting; drained after {} s", outage.toMillis() / 1000.0,
                4 * OF_EACH_KIND, drain.toMillis() / 1000.0);
        assertThat(drain).isLessThanOrEqualTo(outage);
    }

    private void pagesShowIt(Actor distributor) {
        SignedIn.as(supplier, "en");
        open("");
        assertThat(words()).contains("Distributors");
        open("exchange/distributors");
        assertThat(find(Grid.class).single().getDataCommunicator().getItemCount()).isEqualTo(4 * OF_EACH_KIND);
        SignedIn.as(distributor, "en");
        open("exchange/suppliers");
        assertThat(words()).contains("Licenses are being connected");
        open("services");
        assertThat(find(Grid.class).exists()).isTrue();
        open("tasks");
        assertThat(words()).contains("Tasks");
        SecurityContextHolder.clearContext();
    }

    private void order(Actor distributor) {
        orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                distributor);
    }

    private Map<OnboardingId, Actor> onboardings(Function<Actor, OnboardingId> begin) {
        Map<OnboardingId, Actor> onboardings = new LinkedHashMap<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            Actor distributor = people.distributor(1);
            onboardings.put(begin.apply(distributor), distributor);
        }
        return onboardings;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance <> 'recurring'").query(Integer.class).single();
    }

    private int failedOften(int failures) {
        return jdbc.sql("select count(*) from scheduled_tasks where consecutive_failures >= ?")
                .param(failures).query(Integer.class).single();
    }

    private int letters(OnboardingId id) {
        return jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'SENT'").param(id.value())
                .query(Integer.class).single();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
