package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.mail.DeliveriesChanged.Change;
import com.texchange.mail.Delivery.State;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SharedServices;
import com.texchange.testing.TestPeople;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
class LettersIT {

    @Autowired
    Letters letters;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    DeliveryLog log;
    @Autowired
    SchedulerClient scheduler;
    @Autowired
    Journey journey;
    @Autowired
    TestPeople people;
    @Autowired
    ForgettingTask forgetting;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    OperatorProperties operator;
    @Autowired
    ApplicationEvents events;
    private final UUID reference = UUID.randomUUID();
    private final EmailAddress to = new EmailAddress("to-" + UUID.randomUUID() + "@example.com");

    @Test
    void aLetterGoesOutWhenTheTransactionCommits() throws Exception {
        queue(letter("key-" + reference, Languages.RUSSIAN, "Анна"));

        Delivery sent = awaitState(State.SENT);
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(sent.finishedAt()).isNotNull();
        MimeMessage message = received().getFirst();
        assertThat(message.getSubject()).isEqualTo("Новый пароль для входа в личный кабинет");
        assertThat(message.getHeader("Subject")[0]).startsWith("=?UTF-8?");
        assertThat(message.getHeader("Message-ID")).containsExactly("<" + sent.id() + "@t-exchange.example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate()).isNotNull();
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Т-Обмен");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
    }

    /** That it went out all the same is kept, for it decides what else its reader has to hear. */
    @Test
    void aLetterIsCalledBackWhileItsSenderWaitsForTheOnboarding() throws Exception {
        OnboardingId onboarding = journey.invite(people.supplier(), to.value());
        UUID id = await().until(() -> letters.deliveriesOf(onboarding.value()),
                found -> !found.isEmpty() && found.getFirst().state() == State.SENT).getFirst().id();
        jdbc.sql("update mail_delivery set state = 'QUEUED' where id = ?").param(id).update();
        OutgoingLetter letter = new OutgoingLetter(id, "invitation", onboarding.value(), to, "Subject", "html", "plain", 0,
                Instant.now(), "en", null, null, "", "");
        Thread sender = new Thread(() -> log.record(List.of(Attempt.taken(letter))));

        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from onboarding where id = ? for update").param(onboarding).query(UUID.class).single();
            long waiting = waitingForLocks();
            sender.start();
            await().until(() -> waitingForLocks() > waiting);
            letters.withdraw(onboarding.value(), to);
        });

        sender.join();
        assertThat(letters.deliveriesOf(onboarding.value())).extracting(Delivery::state).containsExactly(State.SENT);
    }

    private long waitingForLocks() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .query(Long.class).single();
    }

    @Test
    void bothPartsSayTheSameInTheLettersLanguage() throws Exception {
        queue(letter("key-" + reference, Languages.ENGLISH, "Ann <b> & Lee"));

        awaitState(State.SENT);
        MimeMultipart parts = (MimeMultipart) received().getFirst().getContent();
        String plain = (String) parts.getBodyPart(0).getContent();
        String html = (String) parts.getBodyPart(1).getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(plain).contains("Hello Ann <b> & Lee,", link(), "This letter was sent automatically")
                .doesNotContain("??", "th:");
        assertThat(html).contains("lang=\"en\"", "Ann &lt;b&gt; &amp; Lee", link().replace("&", "&amp;"),
                "This letter was sent automatically").doesNotContain("??", " th:", "<b> ");
    }

    @Test
    void theTextIsKeptWithoutItsSecretsAsSoonAsTheLetterIsOut() {
        queue(letter("key-" + reference, Languages.ENGLISH, "Ann"));

        Delivery sent = awaitState(State.SENT);
        assertThat(sent.readable()).isTrue();
        assertThat(jdbc.sql("select html_secrets is null and plain_secrets is null from mail_delivery where id = ?").param(sent.id())
                .query(Boolean.class).single()).isTrue();
        assertThat(stored()).contains("Hello Ann,", operator.link("set-password?…")).doesNotContain("s3cret");
        LetterCopy copy = letters.copyOf(sent.id()).orElseThrow();
        assertThat(copy.subject()).isEqualTo("A new password for your personal account");
        assertThat(copy.html()).contains("Hello Ann,").doesNotContain("s3cret");
        assertThat(copy.plain()).contains("Hello Ann,").doesNotContain("s3cret");
    }

    @Test
    void aLetterThatWaitsIsReadWithoutItsSecretsToo() {
        transaction.executeWithoutResult(status -> {
            letters.queue(letter("key-" + reference, Languages.ENGLISH, "Ann"));
            UUID id = letters.deliveriesOf(reference).getFirst().id();

            assertThat(stored()).doesNotContain("s3cret");
            assertThat(jdbc.sql("select html_secrets from mail_delivery where id = ?").param(id).query(String.class).single())
                    .contains("s3cret");
            assertThat(letters.copyOf(id).orElseThrow().html()).contains("Hello Ann,").doesNotContain("s3cret");
        });
    }

    @Test
    void theTextOfALetterThatNoStoryTellsOfIsErasedWhenItIsOut() {
        queue(new Letter("key-" + reference, "password-reset", to, Languages.ENGLISH, new Object[0],
                Map.of("name", "Ann", "link", link(), "validUntil", "1 May"), null));

        await().until(() -> jdbc.sql("select state from mail_delivery where recipient = ?").param(to.value())
                .query(String.class).single(), "SENT"::equals);
        assertThat(jdbc.sql("select coalesce(html, '') || coalesce(plain, '') from mail_delivery where recipient = ?")
                .param(to.value()).query(String.class).single()).isEmpty();
    }

    @Test
    void textsAreForgottenAfterAWhileAndWhatBecameOfTheLettersIsNot() {
        queue(letter("key-" + reference, Languages.ENGLISH, "Ann"));
        Delivery sent = awaitState(State.SENT);
        forgetting.forget();
        assertThat(letters.copyOf(sent.id())).isPresent();
        jdbc.sql("update mail_delivery set finished_at = now() - interval '366 days' where id = ?").param(sent.id()).update();

        forgetting.forget();

        assertThat(letters.copyOf(sent.id())).isEmpty();
        assertThat(letters.deliveriesOf(reference)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.SENT);
            assertThat(delivery.readable()).isFalse();
        });
    }

    @Test
    void aLetterOnSomebodysBehalfNamesWhomToAskAndAnswersGoThere() throws Exception {
        queue(letter("key-" + reference, Languages.RUSSIAN, "Анна").onBehalfOf(
                new Contact("ООО «Север»", "Пётр", "+7 921 000-00-00", new EmailAddress("petr@north.example.com"))));

        awaitState(State.SENT);
        MimeMessage message = received().getFirst();
        assertThat(message.getReplyTo()).extracting(Object::toString)
                .singleElement().asString().contains("petr@north.example.com");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        for (int part : new int[] {0, 1}) {
            assertThat((String) parts.getBodyPart(part).getContent()).contains("ООО «Север»", "Пётр", "+7 921 000-00-00",
                    "petr@north.example.com", "Ответ на него получит").doesNotContain("не отвечайте");
        }
    }

    @Test
    void aTimeIsWrittenByTheReadersClockWithItsName() throws Exception {
        Map<String, Object> model = Map.of("name", "Анна", "link", link(), "validUntil", Instant.parse("2026-11-28T20:59:59Z"));
        queue(letter("key-" + reference, Languages.RUSSIAN, model).readBy(ZoneId.of("Asia/Vladivostok")));

        awaitState(State.SENT);
        assertThat(((MimeMultipart) received().getFirst().getContent()).getBodyPart(0).getContent().toString()
                .replaceAll("[\\s\u00A0\u202F]+", " ")).contains("до 29 ноября 2026 г., 06:59 (Владивосток, UTC+10).");
    }

    @Test
    void ofVeryManyLettersTheLatestAreTold() {
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, reference, recipient, subject, state, attempts, queued_at)
                select gen_random_uuid(), :reference || '/' || n, 'reminder', :reference::uuid, 'ann@example.com', n::text, 'SENT', 1,
                    now() + n * interval '1 second' from generate_series(1, 510) n
                """).param("reference", reference.toString()).update();

        assertThat(letters.deliveriesOf(reference)).hasSize(500).isSortedAccordingTo(Comparator.comparing(Delivery::queuedAt));
        assertThat(letters.deliveriesOf(reference).getLast().queuedAt()).isEqualTo(jdbc.sql(
                "select max(queued_at) from mail_delivery where reference = ?").param(reference).query(OffsetDateTime.class).single()
                .toInstant());
    }

    @Test
    void itIsKnownToWhomLettersWereWrittenAfterAMoment() {
        Instant before = Instant.now();
        jdbc.sql("""
                insert into mail_delivery (id, letter_key, template, reference, recipient, subject, state, attempts, queued_at)
                select gen_random_uuid(), :reference || '/' || n, 'reminder', :reference::uuid, n % 2 || '@example.com', n::text, 'SENT', 1,
                    cast(:before as timestamptz) + n * interval '1 minute' from generate_series(-1, 2) n
                """).param("reference", reference.toString()).param("before", before).update();

        assertThat(letters.writtenTo(reference, before)).containsExactlyInAnyOrder(
                new EmailAddress("1@example.com"), new EmailAddress("0@example.com"));
        assertThat(letters.writtenTo(reference, before.plusSeconds(90))).containsExactly(new EmailAddress("0@example.com"));
        assertThat(letters.writtenTo(UUID.randomUUID(), before)).isEmpty();
    }

    @Test
    void nothingIsSentWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            letters.queue(letter("key-" + reference, Languages.ENGLISH, "Ann"));
            status.setRollbackOnly();
        });

        assertThat(letters.deliveriesOf(reference)).isEmpty();
    }

    @Test
    void aSecondLetterOfTheSameOccasionIsNeitherRenderedNorSent() {
        AtomicInteger links = new AtomicInteger();
        Supplier<String> link = () -> link() + links.incrementAndGet();
        Map<String, Object> model = Map.of("name", "Ann", "link", link, "validUntil", "1 May");
        queue(letter("key-" + reference, Languages.ENGLISH, model));
        queue(letter("key-" + reference, Languages.ENGLISH, model));

        awaitState(State.SENT);
        assertThat(letters.deliveriesOf(reference)).hasSize(1);
        assertThat(links).hasValue(1);
    }

    @Test
    void aLetterOfAnEarlierVersionGoesOutByItsTask() {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into mail_delivery (id, letter_key, template, reference, recipient, subject, html, plain, state, attempts,
                        queued_at, next_attempt_at, language)
                    values (:id, :key, 'password-reset', :reference, :to, 'Subject', 'html', 'plain', 'QUEUED', 0, now(), now(), 'en')
                    """)
                    .param("id", id).param("key", "key-" + reference).param("reference", reference).param("to", to).update();
            scheduler.scheduleIfNotExists(SendingTask.TASK.instance(id.toString()).scheduledTo(Instant.now()));
        });

        assertThat(awaitState(State.SENT).attempts()).isEqualTo(1);
    }

    @Test
    void tellsOfEveryChangeOfALetterThatBelongsToSomething() {
        queue(letter("key-" + reference, Languages.ENGLISH, "Ann"));

        assertThat(events.stream(DeliveriesChanged.class).flatMap(event -> event.changes().stream())
                .filter(change -> change.reference().equals(reference))).extracting(Change::state).contains(State.QUEUED);
    }

    @Test
    void aNameWithALineBreakAddsNoHeader() throws Exception {
        Letter letter = new Letter("key-" + reference, "password-reset", to, Languages.ENGLISH, new Object[0],
                Map.of("name", "x\r\nBcc: evil@example.com", "link", link(), "validUntil", "1 May"), reference);
        queue(letter);

        awaitState(State.SENT);
        MimeMessage message = received().getFirst();
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    private String link() {
        return operator.link("set-password?token=s3cret&x=1");
    }

    private String stored() {
        return jdbc.sql("select html || plain from mail_delivery where reference = ?").param(reference)
                .query(String.class).single();
    }

    private void queue(Letter letter) {
        transaction.executeWithoutResult(status -> letters.queue(letter));
    }

    private Letter letter(String key, Locale locale, String name) {
        return letter(key, locale, Map.of("name", name, "link", link(), "validUntil", "1 May"));
    }

    private Letter letter(String key, Locale locale, Map<String, Object> model) {
        return new Letter(key, "password-reset", to, locale, new Object[0], model, reference);
    }

    private Delivery awaitState(State state) {
        return await().until(() -> letters.deliveriesOf(reference).getFirst(), delivery -> delivery.state() == state);
    }

    private List<MimeMessage> received() {
        return await().until(() -> List.of(SharedServices.mail().getReceivedMessagesForDomain(to.value())),
                messages -> !messages.isEmpty());
    }
}
