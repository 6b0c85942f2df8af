package com.texchange.mail;

import com.texchange.common.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
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
        MimeMessage message = new ReadyMessage(server.session(), "letter-" + letter.id(),
                KeptText.Sealed.open(letter.plain(), letter.plainSecrets()), KeptText.Sealed.open(letter.html(), letter.htmlSecrets()));
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
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain(from) + ">");
        return message;
    }

    private String sender(OutgoingLetter letter) {
        return messages.getMessage("common.product", null, letter.locale());
    }

    private static String domain(EmailAddress address) {
        return address.ascii().substring(address.ascii().indexOf('@') + 1);
    }
}
