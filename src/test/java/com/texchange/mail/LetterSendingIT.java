package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.LastStatement;
import com.texchange.mail.Delivery.State;
import com.texchange.testing.IntegrationTest;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters and a failing mail server; with a queue of their own, for the application's would be sent to the good server. */
@IntegrationTest
class LetterSendingIT {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofDays(3);
    @Autowired
    OperatorProperties operator;
    @Autowired
    MessageSource messages;
    @Autowired
    Environment environment;
    private final String schema = "letters_" + UUID.randomUUID().toString().replace('-', '_');
    private final ScriptedMailServer server = new ScriptedMailServer();
    private final UUID reference = UUID.randomUUID();
    private final AnnotationConfigApplicationContext module = new AnnotationConfigApplicationContext();
    private final List<LetterSending> instances = new ArrayList<>();
    private final List<SmtpConnections> connections = new ArrayList<>();
    private JdbcClient jdbc;
    private DeliveryLog log;
    private LetterQueue queue;

    /** Not a configuration by name, or the tests' application would take it. */
    @EnableTransactionManagement
    static class Database {

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }

    @BeforeEach
    void openModule() throws Exception {
        JdbcClient.create(dataSource("public")).sql("create schema " + schema).update();
        JdbcClient.create(dataSource("public")).sql("create table " + schema
                + ".mail_delivery (like public.mail_delivery including all)").update();
        module.registerBean(DataSource.class, () -> dataSource(schema));
        module.registerBean(OperatorProperties.class, () -> operator);
        module.registerBean(Clock.class, Clock::systemUTC);
        module.register(Database.class, Class.forName("com.texchange.common.ValueConversions"), LastStatement.class, DeliveryLog.class, LetterQueue.class);
        module.refresh();
        jdbc = module.getBean(JdbcClient.class);
        log = module.getBean(DeliveryLog.class);
        queue = module.getBean(LetterQueue.class);
    }

    @AfterEach
    void stop() throws Exception {
        instances.forEach(LetterSending::stop);
        connections.forEach(SmtpConnections::close);
        server.close();
        module.close();
        JdbcClient.create(dataSource("public")).sql("drop schema " + schema + " cascade").update();
    }

    private DataSource dataSource(String first) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        return new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + first + ",public");
    }

    @Test
    void aLetterIsSentOnceTheServerIsBackWithTheSameMessageId() {
        server.answering(".", "451 4.3.0 try later");
        UUID id = queue(LATER);

        Delivery waiting = await().until(this::delivery, delivery -> delivery.attempts() >= 2);
        assertThat(waiting.state()).isEqualTo(State.QUEUED);
        assertThat(waiting.problem()).isEqualTo(DeliveryProblem.BUSY);
        assertThat(waiting.lastError()).isEqualTo("451 4.3.0 try later");
        assertThat(waiting.nextAttemptAt()).isNotNull();
        server.recovers();

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(delivery().problem()).isNull();
        assertThat(delivery().lastError()).isNull();
        assertThat(server.taken()).singleElement().asString()
                .contains("Message-ID: <" + id + "@t-exchange.example.com>", operator.link("join?invite=s3cret"));
    }

    @Test
    void aLetterSurvivesAServerThatHangsUp() {
        server.hangingUp();
        queue(LATER);

        await().until(this::delivery, delivery -> delivery.attempts() >= 1);
        server.recovers();

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
    }

    @Test
    void aRefusedRecipientEndsItAtOnceAndItsSecretIsGone() {
        server.answering("RCPT", "550 5.1.1 no such mailbox");
        UUID id = queue(LATER);

        Delivery failed = await().until(this::delivery, delivery -> delivery.state() == State.FAILED);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.problem()).isEqualTo(DeliveryProblem.BAD_ADDRESS);
        assertThat(failed.lastError()).isEqualTo("550 5.1.1 no such mailbox");
        assertThat(failed.nextAttemptAt()).isNull();
        assertThat(jdbc.sql("select html || plain from mail_delivery where id = ?").param(id).query(String.class).single())
                .contains("<p>Text", operator.link("join?…")).doesNotContain("s3cret");
        assertThat(jdbc.sql("select html_secrets is null and plain_secrets is null from mail_delivery").query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void aServerThatRefusesThisApplicationIsToldOnceForAllLettersAndAttempts() {
        Logger logger = (Logger) LoggerFactory.getLogger(ServerOutage.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            String reply = "530 5.7.0 " + UUID.randomUUID() + " has to sign in first";
            server.answering("MAIL", reply);
            for (int i = 0; i < 5; i++) {
                write(reference, i + "@example.com");
            }
            open(LATER, server.sender());

            await().until(() -> jdbc.sql("select min(attempts) >= 2 from mail_delivery").query(Boolean.class).single());
            server.recovers();
            await().until(() -> waiting() == 0);

            assertThat(List.copyOf(lines.list)).filteredOn(line -> line.getFormattedMessage().contains(reply)).hasSize(1);
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void aLetterOfAnEarlierVersionHasItsSecretsInTheTextAndLosesThem() {
        UUID id = write(reference, "to@example.com");
        String link = operator.link("join?invite=s3cret");
        jdbc.sql("update mail_delivery set html = :text, plain = :text, html_secrets = null, plain_secrets = null where id = :id")
                .param("text", "Old " + link).param("id", id).update();

        open(LATER, server.sender());

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(server.taken().getFirst()).contains(link);
        assertThat(jdbc.sql("select html || plain from mail_delivery").query(String.class).single())
                .contains("Old " + operator.link("join?…")).doesNotContain("s3cret");
    }

    @Test
    void aLetterThatIsTooOldIsGivenUp() {
        server.answering("MAIL", "421 4.3.2 closing");
        queue(Duration.ofSeconds(2));

        Delivery failed = await().until(this::delivery, delivery -> delivery.state() == State.FAILED);
        assertThat(failed.attempts()).isGreaterThan(1);
        assertThat(failed.problem()).as("what nobody took until the end").isEqualTo(DeliveryProblem.REFUSED);
    }

    @Test
    void aLetterThatWasTakenWithoutAnAnswerComesTwiceWithOneMessageId() {
        server.losingReplies(1);
        UUID id = queue(LATER);

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(server.taken()).extracting(LetterSendingIT::messageId).hasSize(2)
                .containsOnly("Message-ID: <" + id + "@t-exchange.example.com>");
    }

    @Test
    void aLetterThatIsOutIsNotSentAgainThoughItsFollowersFail() {
        module.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof DeliveriesChanged told && told.changes().getFirst().state() == State.SENT) {
                throw new IllegalStateException("cannot be told");
            }
        });

        queue(LATER);

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aFollowerThatFailsForOneLetterKeepsNoOtherFromBeingTold() {
        UUID failing = UUID.randomUUID();
        List<UUID> told = new CopyOnWriteArrayList<>();
        module.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof DeliveriesChanged changed && changed.changes().getFirst().state() == State.SENT) {
                List<UUID> references = changed.changes().stream().map(DeliveriesChanged.Change::reference).toList();
                if (references.contains(failing)) {
                    throw new IllegalStateException("cannot be told");
                }
                told.addAll(references);
            }
        });
        write(failing, "failing@example.com");
        for (int i = 0; i < 20; i++) {
            write(reference, i + "@example.com");
        }

        open(LATER, server.sender());

        await().until(() -> waiting() == 0);
        assertThat(server.taken()).hasSize(21);
        assertThat(told).hasSize(20).containsOnly(reference);
    }

    @Test
    void aResultThatCouldNotBeRecordedSendsTheSameLetterAgain() {
        UUID id = queue(LATER);
        await().until(this::delivery, delivery -> delivery.state() == State.SENT);

        jdbc.sql("update mail_delivery set state = 'QUEUED', html = 'x', plain = 'x', next_attempt_at = now() where id = ?")
                .param(id).update();

        await().until(() -> server.taken().size() == 2);
        assertThat(server.taken()).extracting(LetterSendingIT::messageId).doesNotContainNull().hasSize(2)
                .containsOnly("Message-ID: <" + id + "@t-exchange.example.com>");
    }

    @Test
    void manyLettersGoOverAFewConnectionsEachOnceThoughTheServerEndsThem() {
        server.closingAfter(7);
        for (int i = 0; i < 300; i++) {
            write(reference, i + "@example.com");
        }

        open(LATER, server.sender());
        open(LATER, server.sender());

        await().until(() -> waiting() == 0);
        assertThat(server.taken()).hasSize(300).extracting(LetterSendingIT::messageId).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select max(attempts) from mail_delivery").query(Integer.class).single()).isOne();
    }

    @Test
    void whatAKilledInstanceHadIsTakenUpWhenItsTimeIsOver() {
        UUID id = write(reference, "to@example.com");
        assertThat(queue.take(10)).extracting(OutgoingLetter::id).containsExactly(id);
        open(LATER, server.sender());
        assertThat(queue.take(10)).as("nobody takes it meanwhile").isEmpty();
        assertThat(jdbc.sql("select taken_until between now() + interval '50 seconds' and now() + interval '1 minute' from mail_delivery")
                .query(Boolean.class).single()).isTrue();

        jdbc.sql("update mail_delivery set taken_until = now() - interval '1 second'").update();

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    /** As while the database was away: by then, another instance may have it. */
    @Test
    void aLetterThatAnInstanceHasForLongerThanItSaidIsNotBegun() {
        List<UUID> begun = new CopyOnWriteArrayList<>();
        Semaphore answers = new Semaphore(0);
        write(reference, "first@example.com");
        write(reference, "second@example.com");
        try (LetterRound round = new LetterRound(queue, log, letter -> {
            begun.add(letter.id());
            answers.acquireUninterruptibly();
            return Attempt.taken(letter);
        }, 1, Duration.ofSeconds(2))) {
            round.wake();
            await().until(() -> begun.size() == 1);
            await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
            answers.release(2);
            await().until(() -> waiting() == 1);
            await().during(Duration.ofMillis(500)).until(() -> begun.size() == 1);

            jdbc.sql("update mail_delivery set taken_until = now() - interval '1 second' where state = 'QUEUED'").update();

            await().until(() -> waiting() == 0);
            assertThat(begun).hasSize(2).doesNotHaveDuplicates();
        } finally {
            answers.release(2);
        }
    }

    @Test
    void anInstanceThatStopsEndsWhatItIsAtAndLeavesTheRest() {
        server.pausing(Duration.ofMillis(30));
        for (int i = 0; i < 40; i++) {
            write(reference, i + "@example.com");
        }
        open(LATER, server.sender());
        await().until(() -> !server.taken().isEmpty());

        instances.getFirst().stop();

        int sent = server.taken().size();
        assertThat(sent).isBetween(1, 39);
        assertThat(waiting()).isEqualTo(40 - sent);
        assertThat(jdbc.sql("select count(*) from mail_delivery where taken_until is not null").query(Integer.class).single()).isZero();
        instances.getFirst().start();
        await().until(() -> waiting() == 0);
        assertThat(server.taken()).hasSize(40).extracting(LetterSendingIT::messageId).doesNotHaveDuplicates();
    }

    @Test
    void aLetterThatIsCalledBackWhileItWaitsForItsTurnIsNotSent() {
        server.pausing(Duration.ofMillis(200));
        for (int i = 0; i < 12; i++) {
            write(UUID.randomUUID(), i + "@example.com");
        }
        UUID back = write(reference, "to@example.com");
        open(LATER, server.sender());
        await().until(() -> jdbc.sql("select taken_until is not null from mail_delivery where id = ?").param(back)
                .query(Boolean.class).single());

        log.withdraw(reference, new EmailAddress("to@example.com"));

        await().until(() -> waiting() == 0);
        assertThat(server.taken()).hasSize(12);
        assertThat(delivery().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void ofALetterThatIsCalledBackWhileItIsOnItsWayOnlyThatItIsOutIsKept() {
        UUID failing = UUID.randomUUID();
        write(reference, "to@example.com");
        write(failing, "to@example.com");
        LetterNotSent failure = LetterNotSent.because(new MessagingException("cut off"));
        try (LetterRound round = new LetterRound(queue, log, letter -> {
            log.withdraw(Objects.requireNonNull(letter.reference()), letter.recipient());
            return failing.equals(letter.reference()) ? Attempt.failedForNow(letter, failure, Instant.now()) : Attempt.taken(letter);
        }, 2)) {
            round.wake();

            await().until(() -> delivery().state() == State.SENT);
        }
        assertThat(log.deliveriesOf(failing)).extracting(Delivery::state).containsExactly(State.WITHDRAWN);
        assertThat(jdbc.sql("select count(*) from mail_delivery where html is not null or html_secrets is not null").query(Integer.class)
                .single()).isZero();
    }

    @Test
    void lettersThatAreDueForLongAndNobodyTakesAreABacklog() {
        write(reference, "to@example.com");
        assertThat(queue.isGrowing()).isFalse();
        jdbc.sql("update mail_delivery set next_attempt_at = now() - interval '3 seconds'").update();
        assertThat(queue.isGrowing()).isTrue();
        queue.take(1);
        assertThat(queue.isGrowing()).isFalse();
    }

    @Test
    void aLetterOfAnEarlierVersionWaitsForItsTask() {
        UUID id = write(reference, "to@example.com");
        jdbc.sql("update mail_delivery set by_task = true").update();
        open(LATER, server.sender());
        write(UUID.randomUUID(), "other@example.com");
        instances.getFirst().wake();
        await().until(() -> waiting() == 1);
        assertThat(server.taken()).hasSize(1);

        queue.takeOver(id);

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
    }

    private UUID queue(Duration giveUpAfter) {
        UUID id = write(reference, "to@example.com");
        open(giveUpAfter, server.sender());
        return id;
    }

    private void open(Duration giveUpAfter, JavaMailSenderImpl sender) {
        SendingProperties properties = new SendingProperties(SOON, Duration.ofMillis(100), giveUpAfter, 4, Duration.ofSeconds(10), 100,
                Duration.ofDays(1));
        SmtpConnections kept = new SmtpConnections(sender, properties);
        LetterSending sending = new LetterSending(queue, log, new LetterPost(kept, operator, messages), properties, Instant::now);
        sending.start();
        connections.add(kept);
        instances.add(sending);
    }

    private UUID write(UUID whose, String to) {
        UUID id = UUID.randomUUID();
        Letter letter = new Letter("test/" + id, "password-reset", new EmailAddress(to), Languages.ENGLISH, new Object[0], Map.of(),
                whose);
        module.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            log.queue(id, letter, "Subject", null);
            String link = operator.link("join?invite=s3cret");
            log.fill(id, "<p>Text " + link + "</p>", "Text " + link);
        });
        return id;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from mail_delivery where state = 'QUEUED'").query(Integer.class).single();
    }

    private Delivery delivery() {
        return log.deliveriesOf(reference).getFirst();
    }

    private static String messageId(String letter) {
        List<String> lines = letter.lines().filter(line -> line.startsWith("Message-ID:")).toList();
        return lines.isEmpty() ? null : lines.getFirst();
    }
}
