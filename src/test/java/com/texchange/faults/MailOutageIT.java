package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Delivery;
import com.texchange.mail.DeliveryProblem;
import com.texchange.mail.Letters;
import com.texchange.mail.ScriptedMailServer;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingQueries;
import com.texchange.testing.OwnServers;
import com.texchange.testing.TestPeople;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** The mail server refuses, hangs up, dawdles or keeps silent while several invitations are on their way. */
@OwnServers
@TestPropertySource(properties = {"t-exchange.mail.first-retry=200ms", "t-exchange.mail.longest-retry=1s"})
@Tag("faults")
class MailOutageIT {

    private static final int LETTERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Letters letters;
    @Autowired
    JavaMailSenderImpl sender;
    @Autowired
    MailProperties configured;
    @Autowired
    CamundaClient camunda;
    @Autowired
    JdbcClient jdbc;
    private final ScriptedMailServer server = new ScriptedMailServer();

    @BeforeEach
    void sendThere() {
        sender.setPort(server.port());
        Properties timeouts = new Properties();
        for (String which : List.of("connectiontimeout", "timeout", "writetimeout")) {
            timeouts.put("mail.smtp." + which, String.valueOf(TIMEOUT.toMillis()));
        }
        sender.setJavaMailProperties(timeouts);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 try later", "421 4.3.2 closing"})
    void onlyTheLettersThatWerePutOffAreSentAgain(String reply) {
        Actor supplier = people.supplier();
        String unlucky = TestPeople.anyEmail();
        server.answering("RCPT " + unlucky, reply);
        OnboardingId waiting = journey.invite(supplier, unlucky);
        List<OnboardingId> others = invite(supplier, LETTERS);

        others.forEach(id -> awaitLetter(id, Delivery.State.SENT));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(attemptsAt(waiting)).isGreaterThan(1));
        assertThat(letter(waiting).state()).isEqualTo(Delivery.State.QUEUED);
        assertThat(letter(waiting).problem()).isEqualTo(DeliveryProblem.BUSY);
        assertThat(letter(waiting).lastError()).isEqualTo(reply);
        server.recovers();

        awaitLetter(waiting, Delivery.State.SENT);
        assertThat(others).allSatisfy(id -> assertThat(letter(id).attempts()).isEqualTo(1));
        assertEachTakenOnce(Stream.concat(Stream.of(waiting), others.stream()).toList());
    }

    @Test
    void aRecipientRefusedForGoodIsShownOnItsOnboardingAlone() {
        Actor supplier = people.supplier();
        String unknown = TestPeople.anyEmail();
        server.answering("RCPT " + unknown, "550 5.1.1 no such mailbox");
        OnboardingId refused = journey.invite(supplier, unknown);
        List<OnboardingId> others = invite(supplier, LETTERS);

        awaitLetter(refused, Delivery.State.FAILED);
        others.forEach(id -> awaitLetter(id, Delivery.State.SENT));
        OnboardingDetails details = queries.details(refused, supplier).orElseThrow();
        assertThat(details.row().letter()).isEqualTo(Delivery.State.FAILED);
        assertThat(details.row().stage()).isEqualTo(Stage.INVITED);
        assertThat(letters.deliveriesOf(refused.value())).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.problem()).isEqualTo(DeliveryProblem.BAD_ADDRESS);
            assertThat(letter.lastError()).isEqualTo("550 5.1.1 no such mailbox");
        });
        assertThat(others).allSatisfy(id -> assertThat(queries.details(id, supplier).orElseThrow().row().letter())
                .isEqualTo(Delivery.State.SENT));
        assertEachTakenOnce(others);
    }

    @Test
    void aServerThatHangsUpAmidABatchGetsOnlyTheCutLettersAgain() {
        server.dropping(3);

        List<OnboardingId> all = invite(people.supplier(), LETTERS);

        all.forEach(id -> awaitLetter(id, Delivery.State.SENT));
        assertThat(server.hasDropped()).as("every fault was met").isTrue();
        assertThat(all.stream().mapToInt(id -> letter(id).attempts()).sum()).isEqualTo(LETTERS + 3);
        assertEachTakenOnce(all);
    }

    @Test
    void aSlowServerGetsEveryLetterOnce() {
        server.pausing(Duration.ofMillis(300));

        List<OnboardingId> all = invite(people.supplier(), LETTERS);

        all.forEach(id -> awaitLetter(id, Delivery.State.SENT));
        assertThat(all).allSatisfy(id -> assertThat(letter(id).attempts()).isEqualTo(1));
        assertEachTakenOnce(all);
    }

    @Test
    void aSilentServerHoldsUpLettersOnly() {
        server.fallsSilent();
        Actor supplier = people.supplier();
        List<OnboardingId> all = invite(supplier, LETTERS);
        await().atMost(PATIENCE).until(() -> all.stream().anyMatch(id -> attemptsAt(id) > 0));

        Actor distributor = people.distributor(1);
        OnboardingId connected = journey.connected(supplier, distributor, 1);
        OnboardingId revoked = all.stream().filter(id -> attemptsAt(id) > 0).findFirst().orElseThrow();
        invitations.revoke(revoked, "Invited by mistake", supplier);
        await().atMost(PATIENCE).until(() -> ended(connected) && ended(revoked));
        assertThat(server.taken()).as("letters that got through meanwhile").isEmpty();
        server.recovers();

        all.forEach(id -> awaitLetter(id, id.equals(revoked) ? Delivery.State.WITHDRAWN : Delivery.State.SENT));
        assertThat(jdbc.sql("select count(*) from mail_delivery where reference = ? and template = 'revoked'").param(revoked.value())
                .query(Integer.class).single()).as("told of an end without a beginning").isZero();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql("""
                select state from mail_delivery where reference = ? and template = 'connected'
                """).param(connected.value()).query(String.class).list()).containsOnly("SENT").hasSize(2));
    }

    /** Else a step or a worker could be given to somebody else while it waits for the mail server. */
    @Test
    void theMailServersTimeoutsAreBelowThatOfAJob() {
        Duration longest = Stream.of("connectiontimeout", "timeout", "writetimeout")
                .map(which -> Duration.ofMillis(Long.parseLong(configured.getProperties().get("mail.smtp." + which))))
                .peek(timeout -> assertThat(timeout).isPositive())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(longest).isLessThan(camunda.getConfiguration().getDefaultJobTimeout());
    }

    private List<OnboardingId> invite(Actor supplier, int count) {
        return Stream.generate(TestPeople::anyEmail).limit(count).map(email -> journey.invite(supplier, email)).toList();
    }

    private void awaitLetter(OnboardingId id, Delivery.State state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jdbc.sql("""
                select state from mail_delivery where reference = ? and template = 'invitation'
                """).param(id.value()).query(String.class).list()).containsExactly(state.name()));
    }

    private Delivery letter(OnboardingId id) {
        return jdbc.sql("""
                select d.id, d.template, d.recipient, d.state, d.attempts, d.problem, d.last_error, d.queued_at,
                       d.next_attempt_at, d.finished_at, coalesce(d.html, '') <> '' as readable
                from mail_delivery d where d.reference = ? and d.template = 'invitation'
                """).param(id.value()).query(Delivery.class).single();
    }

    /** None before the letter is written. */
    private int attemptsAt(OnboardingId id) {
        return jdbc.sql("select coalesce(sum(attempts), 0) from mail_delivery where reference = ? and template = 'invitation'")
                .param(id.value()).query(Integer.class).single();
    }

    private boolean ended(OnboardingId id) {
        return jdbc.sql("select process_ended_at is not null or stage = 'CONNECTED' from onboarding where id = ?")
                .param(id.value()).query(Boolean.class).single();
    }

    private void assertEachTakenOnce(List<OnboardingId> onboardings) {
        List<String> ids = onboardings.stream().map(id -> "Message-ID: <" + letter(id).id() + "@").toList();
        assertThat(ids).allSatisfy(id ->
                assertThat(server.taken().stream().filter(letter -> letter.contains(id))).hasSize(1));
    }
}
