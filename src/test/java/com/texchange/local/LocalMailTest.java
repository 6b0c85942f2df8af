package com.texchange.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.texchange.testing.Mailbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailTest {

    /** Their hash codes are equal. */
    private static final String ONE = "Aa@example.com";
    private static final String OTHER = "BB@example.com";
    @TempDir
    Path folder;
    private LocalMail mail;

    @BeforeEach
    void start() {
        mail = LocalMail.start(0, 0, LetterFiles.in(folder));
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void addressesOfEqualHashCodesHaveMailboxesOfTheirOwn() {
        assertThat(ONE.hashCode()).isEqualTo(OTHER.hashCode());

        send(ONE, "first");
        send(OTHER, "second");

        assertThat(mailbox(ONE).letters()).extracting(Mailbox.ReceivedLetter::subject).containsExactly("first");
        assertThat(mailbox(OTHER).letters()).extracting(Mailbox.ReceivedLetter::subject).containsExactly("second");
    }

    @Test
    void aReaderWhoComesBeforeTheFirstLetterTakesNobodyElsesMailbox() {
        assertThat(mailbox(ONE).letters()).isEmpty();
        assertThat(mailbox(OTHER).letters()).isEmpty();

        send(OTHER, "second");

        assertThat(mailbox(ONE).letters()).isEmpty();
        assertThat(mailbox(OTHER).letters()).hasSize(1);
    }

    @Test
    void lettersAreStillThereAfterARestart() {
        send(ONE, "first");
        send(OTHER, "second");

        mail.stop();
        mail.startAgain();

        assertThat(mailbox("aa@EXAMPLE.com").letters()).extracting(Mailbox.ReceivedLetter::subject)
                .containsExactly("first");
        assertThat(mailbox(OTHER).letters()).extracting(Mailbox.ReceivedLetter::subject).containsExactly("second");
    }

    private void send(String recipient, String subject) {
        GreenMailUtil.sendTextEmail(recipient, "sender@example.com", subject, "text",
                new ServerSetup(mail.server().getSmtp().getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private Mailbox mailbox(String address) {
        return Mailbox.at(mail.server().getImap().getPort(), address);
    }
}
