package com.texchange.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)});
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        UserManager users = mail.getUserManager();
        letters.all().forEach(letter -> mailbox(users, letter.recipient()).deliver(letter.message()));
        users.setMessageDeliveryHandler((message, recipient) -> keep(letters, users, message, recipient));
        mail.start();
        return mail;
    }

    /** On disk before the sender hears that the letter is taken. */
    private static GreenMailUser keep(LetterFiles letters, UserManager users, MovingMessage message,
            MailAddress recipient) throws MessagingException {
        letters.keep(recipient.getEmail(), message.getMessage());
        return mailbox(users, recipient.getEmail());
    }

    private static GreenMailUser mailbox(UserManager users, String address) {
        GreenMailUser known = users.getUserByEmail(address);
        try {
            return known != null ? known : users.createUser(address, address, address);
        } catch (UserException e) {
            throw new IllegalStateException("No mailbox for " + address, e);
        }
    }
}
