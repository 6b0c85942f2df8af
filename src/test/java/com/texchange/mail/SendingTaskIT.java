package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.mail.Delivery.State;
import com.texchange.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters and a failing mail server; with a scheduler of its own, for that of the application knows the good server. */
@IntegrationTest
class SendingTaskIT {

    private static final Duration SOON = Duration.ofMillis(20);
    @Autowired
    DeliveryLog log;
    @Autowired
    OperatorProperties operator;
    @Autowired
    MessageSource messages;
    @Autowired
    DataSource database;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ConfigurableApplicationContext context;
    @Autowired
    TransactionTemplate transaction;
    private final ScriptedMailServer server = new ScriptedMailServer();
    private final UUID reference = UUID.randomUUID();
    private Scheduler scheduler;

    @BeforeEach
    void createTable() {
        jdbc.sql("create table if not exists scheduled_letters_of_test (like scheduled_tasks including all)").update();
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.stop();
        server.close();
    }

    @Test
    void aLetterIsSentOnceTheServerIsBackWithTheSameMessageId() {
        server.answering(".", "451 4.3.0 try later");
        UUID id = queue(Duration.ofDays(3));

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
                .contains("Message-ID: <" + id + "@t-exchange.example.com>");
    }

    @Test
    void aLetterSurvivesAServerThatHangsUp() {
        server.hangingUp();
        queue(Duration.ofDays(3));

        await().until(this::delivery, delivery -> delivery.attempts() >= 1);
        server.recovers();

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
    }

    @Test
    void aRefusedRecipientEndsItAtOnceAndItsSecretIsGone() {
        server.answering("RCPT", "550 5.1.1 no such mailbox");
        UUID id = queue(Duration.ofDays(3));

        Delivery failed = await().until(this::delivery, delivery -> delivery.state() == State.FAILED);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.problem()).isEqualTo(DeliveryProblem.BAD_ADDRESS);
        assertThat(failed.lastError()).isEqualTo("550 5.1.1 no such mailbox");
        assertThat(failed.nextAttemptAt()).isNull();
        assertThat(jdbc.sql("select html || plain from mail_delivery where id = ?").param(id).query(String.class).single())
                .contains("<p>Text", operator.link("join?…")).doesNotContain("s3cret");
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
        UUID id = queue(Duration.ofDays(3));

        await().until(this::delivery, delivery -> delivery.state() == State.SENT);
        assertThat(server.taken()).extracting(SendingTaskIT::messageId).hasSize(2)
                .containsOnly("Message-ID: <" + id + "@t-exchange.example.com>");
    }

    @Test
    void aLetterThatIsOutIsNotSentAgainThoughItsFollowersFail() {
        ApplicationListener<PayloadApplicationEvent<?>> failing = event -> {
            if (event.getPayload() instanceof DeliveryChanged change && change.reference().equals(reference)
                    && change.state() == State.SENT) {
                throw new IllegalStateException("cannot be told");
            }
        };
        context.addApplicationListener(failing);
        try {
            queue(Duration.ofDays(3));
            await().until(this::delivery, delivery -> delivery.state() == State.SENT);
            await().until(() -> jdbc.sql("select count(*) from scheduled_letters_of_test").query(Integer.class).single() == 0);
        } finally {
            context.removeApplicationListener(failing);
        }
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aResultThatCouldNotBeRecordedSendsTheSameLetterAgain() {
        UUID id = queue(Duration.ofDays(3));
        await().until(this::delivery, delivery -> delivery.state() == State.SENT);

        jdbc.sql("update mail_delivery set state = 'QUEUED', html = 'x', plain = 'x' where id = ?").param(id).update();
        scheduler.scheduleIfNotExists(SendingTask.TASK.instance(id.toString()).scheduledTo(Instant.now()));

        await().until(() -> server.taken().size() == 2);
        assertThat(server.taken()).extracting(SendingTaskIT::messageId).doesNotContainNull().hasSize(2)
                .containsOnly("Message-ID: <" + id + "@t-exchange.example.com>");
    }

    private UUID queue(Duration giveUpAfter) {
        SendingProperties properties = new SendingProperties(SOON, Duration.ofMillis(100), giveUpAfter, 4, Duration.ofDays(1));
        SendingTask task = new SendingTask(log, new LetterPost(server.sender(), operator, messages), properties, Instant::now);
        scheduler = Scheduler.create(database, SendingTask.sendLetter(task)).tableName("scheduled_letters_of_test")
                .pollingInterval(SOON).threads(2).build();
        UUID id = UUID.randomUUID();
        Letter letter = new Letter("test/" + id, "password-reset", new EmailAddress("to@example.com"),
                Languages.ENGLISH, new Object[0], Map.of(), reference);
        transaction.executeWithoutResult(status -> log.reserve(id, letter, "Subject"));
        String link = operator.link("join?invite=s3cret");
        log.fill(id, "<p>Text " + link + "</p>", "Text " + link);
        scheduler.scheduleIfNotExists(SendingTask.TASK.instance(id.toString()).scheduledTo(Instant.now()));
        scheduler.start();
        return id;
    }

    private Delivery delivery() {
        return log.deliveriesOf(reference).getFirst();
    }

    private static String messageId(String letter) {
        List<String> lines = letter.lines().filter(line -> line.startsWith("Message-ID:")).toList();
        return lines.isEmpty() ? null : lines.getFirst();
    }
}
