package com.texchange.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.Map;

/** The mail server. Every address has a mailbox, made when the first letter or reader comes. */
final class LocalMail implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private final LetterFiles letters;
    private final int smtpPort;
    private final int imapPort;
    private GreenMail server;

    private LocalMail(LetterFiles letters, GreenMail server) {
        this.letters = letters;
        this.server = server;
        this.smtpPort = server.getSmtp().getPort();
        this.imapPort = server.getImap().getPort();
    }

    static LocalMail start(int smtpPort, int imapPort, LetterFiles letters) {
        return new LocalMail(letters, serve(smtpPort, imapPort, letters));
    }

    GreenMail server() {
        return server;
    }

    /** The application's properties that lead it to the server. */
    Map<String, Object> properties() {
        return Map.of("spring.mail.host", HOST, "spring.mail.port", smtpPort);
    }

    void stop() {
        server.stop();
    }

    /** On the same ports, with the letters that there were. */
    void startAgain() {
        server = serve(smtpPort, imapPort, letters);
    }

    @Override
    public void close() {
        stop();
    }

    private static GreenMail serve(int smtpPort, int imapPort, LetterFiles letters) {
        LocalGreenMail mail = new LocalGreenMail(
                new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP));
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        Mailboxes mailboxes = mail.mailboxes();
        letters.all().forEach(letter -> put(mail, mailboxes.of(letter.recipient()), letter));
        mailboxes.setMessageDeliveryHandler((message, recipient) -> keep(letters, mailboxes, message, recipient));
        mail.start();
        return mail;
    }

    private static void put(GreenMail mail, GreenMailUser user, LetterFiles.KeptLetter letter) {
        try {
            mail.getManagers().getImapHostManager().getInbox(user)
                    .appendMessage(letter.message(), new Flags(), letter.receivedAt());
        } catch (FolderException e) {
            throw new IllegalStateException("No mailbox for " + letter.recipient(), e);
        }
    }

    /** On disk before the sender hears that the letter is taken. */
    private static GreenMailUser keep(LetterFiles letters, Mailboxes mailboxes, MovingMessage message,
            MailAddress recipient) throws MessagingException {
        letters.keep(recipient.getEmail(), message.getMessage());
        return mailboxes.of(recipient.getEmail());
    }
}
