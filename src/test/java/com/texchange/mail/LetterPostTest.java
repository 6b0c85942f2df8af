package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LetterPostTest {

    private static final OperatorProperties OPERATOR = new OperatorProperties("Operator",
            "noreply@operator.example.com", "", "", URI.create("http://localhost:8080"));
    private final ScriptedMailServer server = new ScriptedMailServer();
    private final SmtpConnections connections = connections(server.sender());
    private final LetterPost post = new LetterPost(connections, OPERATOR, messages());

    @AfterEach
    void stop() throws Exception {
        connections.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such mailbox, BAD_ADDRESS, true, false",
        "RCPT, 550 no such mailbox, BAD_ADDRESS, true, false",
        "RCPT, 553 5.1.3 bad syntax, BAD_ADDRESS, true, false",
        "RCPT, 550 5.7.1 blocked by policy, REFUSED, true, false",
        "RCPT, 553 5.1.8 sender not allowed, OWN_SERVER, false, true",
        "RCPT, 554 5.7.1 <a@example.com>: Relay access denied, OWN_SERVER, false, true",
        "RCPT, 550 relay not permitted, OWN_SERVER, false, true",
        "RCPT, 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain, OWN_SERVER, false, true",
        "RCPT, 554 5.7.1 <host[192.0.2.1]>: Client host rejected: Access denied, OWN_SERVER, false, true",
        "RCPT, 553 5.7.1 <noreply@operator.example.com>: Sender address rejected: not owned by user, OWN_SERVER, false, true",
        "RCPT, 550 5.7.1 Authentication required, OWN_SERVER, false, true",
        "RCPT, 550 5.1.1 <a@example.com>: User unknown in relay recipient table, BAD_ADDRESS, true, false",
        "RCPT, 550 <relay@example.com>: User unknown, BAD_ADDRESS, true, false",
        "RCPT, 450 4.7.1 <a@example.com>: Relay access denied, BUSY, false, false",
        "RCPT, 552 5.2.2 mailbox full, MAILBOX_FULL, true, false",
        "RCPT, 452 4.2.2 mailbox full, MAILBOX_FULL, false, false",
        "RCPT, 552 storage exceeded, MAILBOX_FULL, true, false",
        "RCPT, 450 4.2.0 greylisted, BUSY, false, false",
        "DATA, 554 5.7.1 spam, REFUSED, true, false",
        "DATA, 550 no such mailbox, REFUSED, true, false",
        "., 550 5.1.1 no such mailbox, BAD_ADDRESS, true, false",
        "., 550 5.7.60 SMTP; Client does not have permissions to send as this sender, OWN_SERVER, false, true",
        "., 552 5.3.4 too big, REFUSED, true, false",
        "., 451 4.3.0 try later, BUSY, false, false",
        "MAIL, 421 4.3.2 closing, BUSY, false, false",
        "MAIL, 530 5.7.0 authentication required, OWN_SERVER, false, true",
        "MAIL, 554 5.7.0 no service for you, OWN_SERVER, false, true",
        "MAIL, 552 5.3.4 too big, REFUSED, true, false",
        "MAIL, 553 5.1.8 sender not allowed, OWN_SERVER, false, true"})
    void tellsWhatARefusalMeansAndWhetherItIsForGood(String verb, String reply, DeliveryProblem problem, boolean permanent,
            boolean misconfigured) {
        server.answering(verb, reply);

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class, () -> post.send(letter("a@example.com")));

        assertThat(failure.problem()).as(reply).isEqualTo(problem);
        assertThat(failure.isPermanent()).as(reply).isEqualTo(permanent);
        assertThat(failure.isMisconfigured()).as(reply).isEqualTo(misconfigured);
        assertThat(failure.reason()).contains(reply).hasLineCount(1);
    }

    @Test
    void theStatusOfAnAnswerOfSeveralLinesIsThatOfItsFirst() {
        server.answering("RCPT", "550-5.1.1 no such mailbox\r\n550 5.1.1 see our pages");

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class, () -> post.send(letter("a@example.com")));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.BAD_ADDRESS);
        assertThat(failure.reason()).hasLineCount(1);
    }

    @Test
    void whatIsNoAddressIsABadOne() {
        LetterNotSent failure = LetterNotSent.because(new AddressException("Local address starts with dot", ".a@b"));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.BAD_ADDRESS);
        assertThat(failure.isPermanent()).isTrue();
    }

    @Test
    void aRefusedPasswordIsForTheOperatorToMendAndNotTheEndOfTheLetter() {
        server.answering("EHLO", "250-hello\r\n250 AUTH PLAIN").answering("AUTH", "535 5.7.8 bad credentials");
        JavaMailSenderImpl sender = server.sender();
        sender.setUsername("me");
        sender.setPassword("hunter2-secret");

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class,
                () -> new LetterPost(connections(sender), OPERATOR, messages()).send(letter("a@example.com")));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.OWN_SERVER);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.isMisconfigured()).isTrue();
        assertThat(failure.reason()).doesNotContain("hunter2");
    }

    @Test
    void settingsThatCannotBeUsedAreForTheOperatorToMendAndNotTheEndOfTheLetter() {
        JavaMailSenderImpl sender = server.sender();
        sender.setPort(70_000);

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class,
                () -> new LetterPost(connections(sender), OPERATOR, messages()).send(letter("a@example.com")));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.OWN_SERVER);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.isMisconfigured()).isTrue();
        assertThat(failure.reason()).doesNotContain("70000", "localhost");
    }

    @Test
    void aLostConnectionIsForNow() {
        server.hangingUp();

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class, () -> post.send(letter("a@example.com")));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.OWN_SERVER);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reason()).startsWith("no connection to the mail server").doesNotContain("localhost");
    }

    @Test
    void aServerThatIsDownIsForNow() throws Exception {
        server.close();

        LetterNotSent failure = catchThrowableOfType(LetterNotSent.class, () -> post.send(letter("a@example.com")));

        assertThat(failure.problem()).isEqualTo(DeliveryProblem.OWN_SERVER);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reason()).startsWith("no connection to the mail server").doesNotContain("localhost");
    }

    @Test
    void answersGoToWhomTheLetterSpeaksForWhoseNameCannotAddAHeader() throws Exception {
        post.send(letter("a@example.com", "ru", new EmailAddress("petr@север.рф"), "Пётр\r\nBcc: x@example.com"));

        assertThat(server.taken().getFirst().lines()).noneMatch(line -> line.startsWith("Bcc:"))
                .anyMatch(line -> line.startsWith("Reply-To:"))
                .anyMatch(line -> line.contains("<petr@xn--b1afk0a1a.xn--p1ai>") || line.contains("<petr@xn--"));
    }

    @Test
    void aLetterOfTheOperatorNamesNobodyForAnswers() throws Exception {
        post.send(letter("a@example.com"));

        assertThat(server.taken().getFirst().lines()).noneMatch(line -> line.startsWith("Reply-To:"));
    }

    @ParameterizedTest
    @CsvSource({"ru, Т-Обмен", "en, T-Exchange", ", Т-Обмен"})
    void theSenderIsTheProductInTheLettersLanguage(@Nullable String language, String name) throws Exception {
        post.send(letter("a@example.com", language, null, null));

        String from = server.taken().getFirst().lines().filter(line -> line.startsWith("From:")).findFirst().orElseThrow();
        assertThat(new InternetAddress(from.substring(5).strip()).getPersonal()).isEqualTo(name);
    }

    @Test
    void aDomainWithNationalLettersTravelsInItsAsciiForm() throws Exception {
        post.send(letter("ivan@почта.рф"));

        assertThat(server.taken().getFirst()).contains("To: ivan@xn--80a1acny.xn--p1ai");
    }

    private static OutgoingLetter letter(String to) {
        return letter(to, "en", null, null);
    }

    private static OutgoingLetter letter(String to, @Nullable String language, @Nullable EmailAddress replyTo,
            @Nullable String replyName) {
        return new OutgoingLetter(UUID.randomUUID(), "test", null, new EmailAddress(to), "Subject", "<p>Hi</p>", "Hi", 0,
                Instant.parse("2026-03-01T10:00:00Z"), language, replyTo, replyName, null, null);
    }

    private static SmtpConnections connections(JavaMailSenderImpl sender) {
        return new SmtpConnections(sender, new SendingProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1), 4,
                Duration.ofSeconds(30), 100, Duration.ofDays(1)));
    }

    private static MessageSource messages() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("common.product", Languages.RUSSIAN, "Т-Обмен");
        messages.addMessage("common.product", Languages.ENGLISH, "T-Exchange");
        return messages;
    }
}
