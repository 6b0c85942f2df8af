package com.texchange.testing;

import com.texchange.local.MailParts;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Someone's letters, read over IMAP as a mail client would. */
public final class Mailbox {

    /** Letters go through the engine, the queue and the mail server. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private final int imapPort;
    private final String address;

    private Mailbox(int imapPort, String address) {
        this.imapPort = imapPort;
        this.address = address;
    }

    /** On the mail server that all tests share. */
    public static Mailbox of(String address) {
        return at(SharedServices.mail().getImap().getPort(), address);
    }

    public static Mailbox at(int imapPort, String address) {
        return new Mailbox(imapPort, address);
    }

    /** Waits for the latest letter whose subject has the text. */
    public ReceivedLetter await(String subjectPart) {
        return awaitNth(subjectPart, 1);
    }

    /** Waits until there are as many letters whose subject has the text, and gives the latest. */
    public ReceivedLetter awaitNth(String subjectPart, int count) {
        try {
            return Awaitility.await().atMost(PATIENCE).until(() -> letters().stream()
                    .filter(letter -> letter.subject().contains(subjectPart)).toList(),
                    found -> found.size() >= count).getLast();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no letter \"%s\" for %s, only: %s".formatted(subjectPart, address,
                    letters().stream().map(ReceivedLetter::subject).toList()), e);
        }
    }

    /** What is there now, oldest first. */
    public List<ReceivedLetter> letters() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", String.valueOf(imapPort));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, "any");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<ReceivedLetter> letters = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    letters.add(new ReceivedLetter(message.getSubject(), MailParts.find(message, "text/plain"),
                            MailParts.find(message, "text/html"), message.getHeader("Message-ID")[0]));
                }
                return letters;
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One letter with both its parts. */
    public record ReceivedLetter(String subject, String text, String html, String messageId) {

        /** The first link in the text part. */
        public String link() {
            Matcher matcher = LINK.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return matcher.group();
        }

        /** The secret at the end of the link. */
        public String token() {
            return link().substring(link().indexOf('=') + 1);
        }
    }
}
