package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.SocketFetcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections that are kept, and servers that end them. */
class SmtpConnectionsTest {

    private ScriptedMailServer server = new ScriptedMailServer();
    private SmtpConnections connections = connections(server.sender(), Duration.ofMinutes(1), 100);

    @AfterEach
    void stop() throws Exception {
        connections.close();
        server.close();
    }

    @Test
    void oneConnectionTakesOneLetterAfterTheOther() throws Exception {
        send("a", "b", "c");

        assertTaken("a", "b", "c");
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionsThatTheServerHasEndedAreReplacedAndNoLetterHearsOfIt(boolean reset) throws Exception {
        send("a", "b");
        if (reset) {
            server.resetConnections();
        } else {
            server.endConnections();
        }
        await().until(() -> server.openConnections() == 0);

        send("c", "d");

        assertTaken("a", "b", "c", "d");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aServerThatTakesButSomeLettersOverAConnectionGetsEachOnce() throws Exception {
        server.closingAfter(2);

        send("a", "b", "c", "d", "e");

        assertTaken("a", "b", "c", "d", "e");
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void aServerThatWasAwayAndIsBackGetsTheNextLetter() throws Exception {
        int port = server.port();
        send("a");
        server.close();
        assertThatThrownBy(() -> send("b")).isInstanceOf(MessagingException.class);

        server = new ScriptedMailServer(port);
        send("b");

        assertTaken("b");
    }

    @Test
    void aLetterThatIsCutInTheMidstIsNotSentAgainHere() throws Exception {
        send("a");
        server.dropping(1);

        assertThatThrownBy(() -> send("b")).isInstanceOf(MessagingException.class);
        send("c");

        assertTaken("a", "c");
    }

    @Test
    void aLetterThatTheServerMayHaveTakenIsNotSentAgainHere() throws Exception {
        send("a");
        server.losingReplies(1);

        assertThatThrownBy(() -> send("b")).isInstanceOf(MessagingException.class);

        assertTaken("a", "b");
    }

    @Test
    void aServerThatClosesAFreshConnectionIsBusy() {
        server.closingAfter(0);

        assertThatThrownBy(() -> send("a")).hasMessageContaining("421");
        assertThat(server.connections()).isOne();
    }

    @Test
    void aRefusedLetterLeavesTheConnectionToOthers() throws Exception {
        server.answering("RCPT b@example.com", "550 5.1.1 no such mailbox");
        send("a");
        assertThatThrownBy(() -> send("b")).isInstanceOf(MessagingException.class);
        send("c");

        assertTaken("a", "c");
        assertThat(server.connections()).isOne();
    }

    @Test
    void aConnectionEndsAfterItsShareOfLetters() throws Exception {
        connections = connections(server.sender(), Duration.ofMinutes(1), 2);

        send("a", "b", "c");

        assertTaken("a", "b", "c");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        connections = connections(server.sender(), Duration.ofMillis(50), 100);

        send("a");

        await().until(() -> server.openConnections() == 0);
        send("b");
        assertTaken("a", "b");
    }

    @Test
    void socketsSendAtOnceWhateverElseIsSet() throws Exception {
        try (ServerSocket listening = new ServerSocket(0)) {
            for (String timeout : List.of("-1", "2000")) {
                Properties properties = new Properties();
                properties.put("mail.smtp.writetimeout", timeout);
                PromptSockets.setFor("mail.smtp", properties);

                try (Socket socket = SocketFetcher.getSocket("localhost", listening.getLocalPort(), properties, "mail.smtp", false)) {
                    assertThat(socket.getTcpNoDelay()).isTrue();
                }
            }
        }
    }

    @Test
    void soDoThoseUnderTls() throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", SSLSocketFactory.getDefault());
        PromptSockets.setFor("mail.smtp", properties);
        PromptSockets.setFor("mail.smtp", properties);

        try (ServerSocket listening = new ServerSocket(0); Socket plain = new Socket("localhost", listening.getLocalPort())) {
            plain.setTcpNoDelay(false);
            ((SSLSocketFactory) properties.get("mail.smtp.ssl.socketFactory"))
                    .createSocket(plain, "localhost", listening.getLocalPort(), true);
            assertThat(plain.getTcpNoDelay()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void lettersGoOverTls(String protocol) throws Exception {
        ServerSetup anywhere = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        anywhere.setServerStartupTimeout(20_000);
        GreenMail secure = new GreenMail(anywhere);
        secure.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(secure.getSmtps().getPort());
            sender.setProtocol(protocol);
            sender.getJavaMailProperties().put("mail.smtp.ssl.enable", "true");
            sender.getJavaMailProperties().put("mail." + protocol + ".ssl.trust", "*");
            sender.getJavaMailProperties().put("mail." + protocol + ".ssl.checkserveridentity", "false");
            connections = connections(sender, Duration.ofMinutes(1), 100);

            send("a", "b");

            assertThat(secure.getReceivedMessages()).hasSize(2);
        } finally {
            // A server that ends waits for its connections to end, half a minute long.
            connections.close();
            secure.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aServerThatSaysNothingIsWaitedForAsLongAsIsSetByWhateverProtocol(String protocol) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(silent.getLocalPort());
            sender.setProtocol(protocol);
            sender.getJavaMailProperties().put("mail.smtp.timeout", "300");
            connections = connections(sender, Duration.ofMinutes(1), 100);

            assertThat(CompletableFuture.supplyAsync(() -> catchThrowable(() -> send("a")))).succeedsWithin(Duration.ofSeconds(20))
                    .isInstanceOf(MessagingException.class);
        }
    }

    private void send(String... letters) throws MessagingException {
        for (String letter : letters) {
            MimeMessage message = new MimeMessage(connections.session());
            message.setFrom(new InternetAddress("from@example.com"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter + "@example.com"));
            message.setText("Letter");
            message.saveChanges();
            connections.send(message);
        }
    }

    private void assertTaken(String... letters) {
        assertThat(server.taken()).hasSize(letters.length);
        for (int i = 0; i < letters.length; i++) {
            assertThat(server.taken().get(i)).contains("To: " + letters[i] + "@example.com");
        }
    }

    private static SmtpConnections connections(JavaMailSenderImpl sender, Duration idle, int lettersEach) {
        return new SmtpConnections(sender, new SendingProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1), 4,
                idle, lettersEach, Duration.ofDays(1)));
    }
}
