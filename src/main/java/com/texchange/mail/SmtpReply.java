package com.texchange.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * A mail server's answer: the reply code (RFC 5321) and, where the server gives one, the enhanced status code (RFC 3463).
 *
 * @param code        0 if there was none
 * @param subject     second number of the status code; -1 without one
 * @param detail      third number of the status code; -1 without one
 * @param ofRecipient whether it answers to the recipient's address, not to the letter
 * @param namesSender whether it answers to the sender's address, or its words are those that servers have for whom they take no letters from
 */
record SmtpReply(int code, int subject, int detail, boolean ofRecipient, boolean namesSender) {

    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -][245]\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    /** The letter, or what is in the mailbox with it. */
    private static final int TOO_LARGE = 552;
    /** By addresses people could say such words themselves. */
    private static final Pattern ADDRESSES = Pattern.compile("<[^>]*>|\\S*@\\S*");
    private static final Pattern OF_SENDER = Pattern.compile("(?i)\\brelay(?:ing)?\\b(?! recipient table)|\\bsender address rejected\\b"
            + "|\\bclient host rejected\\b|\\bas this sender\\b|authenticat");

    static SmtpReply of(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> read(address.getReturnCode(), address, true, false);
            case SMTPSenderFailedException sender -> read(sender.getReturnCode(), sender, false, true);
            case SMTPSendFailedException send -> read(send.getReturnCode(), send, false, toldSenderAlone(send));
            default -> new SmtpReply(0, -1, -1, false, false);
        };
    }

    /** But for the letter's size, which goes with it. */
    private static boolean toldSenderAlone(SMTPSendFailedException failure) {
        return String.valueOf(failure.getCommand()).startsWith("MAIL") && failure.getReturnCode() != TOO_LARGE;
    }

    private static SmtpReply read(int code, Exception failure, boolean ofRecipient, boolean ofSender) {
        String said = String.valueOf(failure.getMessage());
        Matcher status = STATUS.matcher(said);
        boolean namesSender = ofSender || OF_SENDER.matcher(ADDRESSES.matcher(said).replaceAll(" ")).find();
        return status.find()
                ? new SmtpReply(code, Integer.parseInt(status.group(1)), Integer.parseInt(status.group(2)), ofRecipient, namesSender)
                : new SmtpReply(code, -1, -1, ofRecipient, namesSender);
    }

    boolean isRefusal() {
        return code >= 400;
    }

    boolean isPermanent() {
        return code >= 500;
    }

    /**
     * Whether it is this application that may not send, which says nothing of the letter. Many servers say so only when they are told the first
     * recipient, by codes that are as well those of an address that does not exist.
     */
    boolean isOfSender() {
        return isPermanent() && !isMailboxFull() && (subject == 1 ? isSendersAddress() : namesSender);
    }

    /** What the refusal means. A status code says more than a reply code, so it goes first. */
    DeliveryProblem problem() {
        if (isMailboxFull()) {
            return DeliveryProblem.MAILBOX_FULL;
        }
        if (isPermanent()) {
            return isBadAddress() ? DeliveryProblem.BAD_ADDRESS : DeliveryProblem.REFUSED;
        }
        return DeliveryProblem.BUSY;
    }

    private boolean isMailboxFull() {
        return hasStatus() ? subject == 2 && detail == 2 : code == TOO_LARGE;
    }

    /** Status codes of the first subject are about addresses; two of them about the sender's. */
    private boolean isBadAddress() {
        return hasStatus() ? subject == 1 && !isSendersAddress()
                : ofRecipient && (code == 550 || code == 551 || code == 553);
    }

    private boolean isSendersAddress() {
        return detail == 7 || detail == 8;
    }

    private boolean hasStatus() {
        return subject >= 0;
    }
}
