package com.texchange.mail;

import com.texchange.common.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hands one letter to the mail server. An attempt that is repeated sends the very same letter, with the same Message-ID. */
@Component
class LetterPost {

    private static final String UTF_8 = "UTF-8";
    private final SmtpConnections server;
    private final OperatorProperties operator;
    private final MessageSource messages;

    LetterPost(SmtpConnections server, OperatorProperties operator, MessageSource messages) {
        this.server = server;
        this.operator = operator;
        this.messages = messages;
    }

    /** @throws LetterNotSent if the mail server did not take the letter */
    void send(OutgoingLetter letter) throws LetterNotSent {
        try {
            server.send(compose(letter));
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            throw LetterNotSent.because(e);
        }
    }

    private MimeMessage compose(OutgoingLetter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(server.session());
        EmailAddress from = new EmailAddress(operator.from());
        message.setFrom(new InternetAddress(from.ascii(), sender(letter), UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient().ascii()));
        EmailAddress replyTo = letter.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new Address[] {new InternetAddress(replyTo.ascii(), letter.replyName(), UTF_8)});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.queuedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart parts = new MimeMultipart("alternative",
                part(KeptText.Sealed.open(letter.plain(), letter.plainSecrets()), "plain"),
                part(KeptText.Sealed.open(letter.html(), letter.htmlSecrets()), "html"));
        message.setContent(parts);
        message.saveChanges();
        // Afterwards: to save the changes gives the letter an id of its own.
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain(from) + ">");
        return message;
    }

    private String sender(OutgoingLetter letter) {
        return messages.getMessage("common.product", null, letter.locale());
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            // Else Jakarta Mail encodes all of it once only to choose, and Cyrillic letters by letter.
            part.setHeader("Content-Transfer-Encoding", "base64");
        }
        return part;
    }

    private static String domain(EmailAddress address) {
        return address.ascii().substring(address.ascii().indexOf('@') + 1);
    }
}
