package com.texchange.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that takes one letter after the other. Servers end connections as they like; whether one is
 * still there is seen by the first command of the next letter, so that no letter pays for a question of its own.
 */
class SmtpConnection extends SMTPTransport {

    private static final int CLOSING = 421;
    private volatile long restingSince;
    private int letters;
    private boolean answered;

    /** @param protocol {@code smtp}, or {@code smtps} for TLS from the beginning */
    SmtpConnection(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
    }

    void send(MimeMessage letter) throws MessagingException {
        answered = false;
        letters++;
        sendMessage(letter, letter.getAllRecipients());
    }

    int letters() {
        return letters;
    }

    void restsNow() {
        restingSince = System.nanoTime();
    }

    boolean hasRestedFor(Duration time) {
        return System.nanoTime() - restingSince > time.toNanos();
    }

    /**
     * After a letter has failed: whether only the connection was stale, so that the letter can go at once over another one. That is
     * certain if the server did not say anything to its first command but that it is closing the connection.
     */
    boolean wasStale() {
        return letters > 1 && !answered;
    }

    /** Whether it can take a further letter, as far as is known here. */
    boolean isOpen() {
        try {
            checkConnected();
            return isAnswer(getLastReturnCode());
        } catch (IllegalStateException closed) {
            return false;
        }
    }

    private static boolean isAnswer(int code) {
        return code >= 200 && code != CLOSING;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        try {
            super.mailFrom();
            answered = true;
        } catch (SMTPSendFailedException refused) {
            answered = isAnswer(refused.getReturnCode());
            throw refused;
        }
    }
}
