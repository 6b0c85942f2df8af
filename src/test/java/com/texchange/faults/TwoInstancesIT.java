package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.local.LocalServers;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.Registrations;
import com.texchange.testing.Mailbox;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.OwnServers;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes that run the application, on one database, engine and mail server. */
@OwnServers
@Import(OnlyClicks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("faults")
class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KNOWN = 32;
    private static final int NEW = 8;
    private static final int LICENSES = 2;

    @Autowired
    LocalServers servers;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Joining joining;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Registrations registrations;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    JdbcClient jdbc;

    private final Map<OnboardingId, Actor> onboardings = new LinkedHashMap<>();
    private final List<String> newcomers = new ArrayList<>();
    private Actor supplier;
    private ChildJvm one;
    private ChildJvm other;

    /** Everything is decided as soon as it can be, so that both always find much to do. */
    @BeforeAll
    void manyOnboardingsAtOnce() {
        one = ChildJvm.launch("instance-one", servers, Map.of());
        other = ChildJvm.launch("instance-other", servers, Map.of());
        supplier = people.supplier();
        one.awaitReady();
        other.awaitReady();
        for (int i = 0; i < KNOWN; i++) {
            Actor distributor = people.distributor(LICENSES);
            onboardings.put(journey.invite(supplier, distributor.email().value()), distributor);
        }
        Map<OnboardingId, String> strangers = inviteNewcomers();
        // Who follows a link before the letter is written gets none.
        await().atMost(PATIENCE).until(() -> count("mail_delivery where template = 'invitation'") == KNOWN + NEW);
        onboardings.forEach((id, distributor) -> joining.follow(journey.token(id), distributor));
        register(strangers);
        onboardings.forEach((id, distributor) -> {
            journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
            acceptance.accept(id, false, distributor);
        });
        onboardings.forEach((id, distributor) -> {
            journey.awaitTask("Task_ConnectLicenses", id.value());
            orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, LICENSES), distributor),
                    distributor);
        });
        onboardings.keySet().forEach(id -> journey.awaitStage(id, Stage.CONNECTED));
        await().atMost(PATIENCE).until(() -> count("scheduled_tasks where task_instance <> 'recurring'") == 0);
        servers.camunda().awaitIdle(PATIENCE);
    }

    private Map<OnboardingId, String> inviteNewcomers() {
        Map<OnboardingId, String> invited = new LinkedHashMap<>();
        for (int i = 0; i < NEW; i++) {
            String email = TestPeople.anyEmail();
            invited.put(journey.invite(supplier, email), email);
        }
        return invited;
    }

    private void register(Map<OnboardingId, String> requests) {
        Actor sales = people.sales();
        requests.forEach((id, email) ->
                joining.requestRegistration(journey.token(id), Journey.newcomer(email), Locale.of("ru")));
        requests.forEach((id, email) -> {
            RegistrationId registration = journey.registrationOf(id);
            journey.awaitTask("Task_RegisterDistributor", registration.value());
            registrations.approve(registration, sales);
        });
        requests.forEach((id, email) -> {
            journey.awaitStage(id, Stage.ACCEPTING);
            Actor newcomer = people.actor(email);
            people.loadLicenses(newcomer.companyAs(Role.DISTRIBUTOR), newcomer.companyAs(Role.DISTRIBUTOR), LICENSES);
            onboardings.put(id, newcomer);
            newcomers.add(email);
        });
    }

    @AfterAll
    void endChildren() {
        Stream.of(one, other).forEach(ChildJvm::close);
    }

    @Test
    void eachStepOfAnOnboardingRanOnce() {
        for (OnboardingId id : onboardings.keySet()) {
            for (String step : List.of("send-invitation", "establish-partnership", "connect-licenses",
                    "publish-connections", "confirm-onboarding")) {
                assertThat(told("step " + step + " " + id)).as(step + " of " + id).hasSize(1);
            }
        }
        assertThat(told("step open-account ")).hasSize(NEW);
        assertThat(told("step ").stream().map(TwoInstancesIT::job)).as("jobs done").doesNotHaveDuplicates();
    }

    @Test
    void eachOnboardingIsToldOnceAndHasACodeOfItsOwn() {
        for (OnboardingId id : onboardings.keySet()) {
            assertThat(jdbc.sql("select kind from activity where onboarding_id = ? and kind not like 'LETTER%'")
                    .param(id.value()).query(String.class).list()).doesNotHaveDuplicates()
                    .contains("INVITED", "ACCEPTED", "PARTNERSHIP_ESTABLISHED", "LICENSES_ORDERED", "CONNECTED");
        }
        assertThat(jdbc.sql("select code from partnership").query(String.class).list())
                .hasSize(KNOWN + NEW).doesNotHaveDuplicates();
        assertThat(count("connection")).isEqualTo((KNOWN + NEW) * LICENSES);
        assertThat(count("user_task where state = 'COMPLETED'")).isEqualTo(2 * KNOWN + 3 * NEW);
        assertThat(count("user_task")).isEqualTo(2 * KNOWN + 3 * NEW);
    }

    @Test
    void eachLetterIsDeliveredOnce() {
        for (Actor distributor : onboardings.values()) {
            List<Mailbox.ReceivedLetter> letters = letters(distributor);
            assertThat(letters).extracting(Mailbox.ReceivedLetter::subject).satisfiesOnlyOnce(has("Приглашение"))
                    .satisfiesOnlyOnce(has("Лицензии подключены"))
                    .hasSize(newcomers.contains(distributor.email().value()) ? 3 : 2);
        }
        assertThat(letters(supplier)).hasSize(KNOWN + NEW).extracting(Mailbox.ReceivedLetter::messageId)
                .doesNotHaveDuplicates();
        assertThat(count("mail_delivery where state <> 'SENT'")).isZero();
    }

    @Test
    void bothDoJobsAndSendLettersAndCommands() {
        assertShared("step ");
        assertShared("letter ");
        assertShared("task engine-command");
    }

    /** How much each gets is chance; that one gets nearly nothing is none. */
    private void assertShared(String what) {
        int total = told(what).size();
        System.out.printf("%s: one instance %d, the other %d%n", what.strip(), one.told(what).size(),
                other.told(what).size());
        assertThat(List.of(one.told(what).size(), other.told(what).size())).as(what)
                .allMatch(share -> share >= total / 20 && share > 0);
    }

    private List<String> told(String beginning) {
        return Stream.of(one, other).map(child -> child.told(beginning)).flatMap(Collection::stream).toList();
    }

    private static String job(String step) {
        return step.substring(step.lastIndexOf(' ') + 1);
    }

    private static Consumer<String> has(String part) {
        return subject -> assertThat(subject).contains(part);
    }

    private List<Mailbox.ReceivedLetter> letters(Actor person) {
        return Mailbox.at(servers.mail().getImap().getPort(), person.email().value()).letters();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
