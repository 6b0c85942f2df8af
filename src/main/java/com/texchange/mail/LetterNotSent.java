package com.texchange.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** The mail server did not take a letter: for good, if it refused the recipient or the letter; else for now. */
class LetterNotSent extends Exception {

    /** Replies that speak of this application's own sign-in at the mail server (RFC 4954). */
    private static final Set<Integer> SIGN_IN_REPLIES = Set.of(530, 534, 535, 538);
    private static final int MAX_REASON = 300;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private final DeliveryProblem problem;
    private final boolean permanent;
    private final boolean misconfigured;

    private LetterNotSent(String reason, DeliveryProblem problem, boolean permanent, boolean misconfigured,
            Exception cause) {
        super(reason, cause);
        this.problem = problem;
        this.permanent = permanent;
        this.misconfigured = misconfigured;
    }

    static LetterNotSent because(Exception failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable link : chain) {
            if (link instanceof AuthenticationFailedException || SIGN_IN_REPLIES.contains(SmtpReply.of(link).code())
                    || link instanceof SMTPSenderFailedException || SmtpReply.of(link).isOfSender()) {
                return new LetterNotSent(reason(link, "the mail server refuses the sender"), DeliveryProblem.OWN_SERVER,
                        false, true, failure);
            }
        }
        for (Throwable link : chain) {
            if (link instanceof AddressException) {
                return new LetterNotSent("not an address that mail can reach", DeliveryProblem.BAD_ADDRESS, true, false,
                        failure);
            }
            if (link instanceof IllegalArgumentException) {
                // A port, a version of TLS or a cipher that does not exist: no letter goes out before that is put right.
                return new LetterNotSent("the settings for the mail server cannot be used", DeliveryProblem.OWN_SERVER, false, true,
                        failure);
            }
            SmtpReply reply = SmtpReply.of(link);
            if (reply.isRefusal()) {
                return new LetterNotSent(reason(link, "refused"), reply.problem(), reply.isPermanent(), false, failure);
            }
        }
        String kind = chain.getLast().getClass().getSimpleName();
        return new LetterNotSent("no connection to the mail server (" + kind + ")", DeliveryProblem.OWN_SERVER, false,
                false, failure);
    }

    DeliveryProblem problem() {
        return problem;
    }

    /** Whether a further attempt is pointless. */
    boolean isPermanent() {
        return permanent;
    }

    /** Whether the operator has to act: the server does not accept this application as a sender. */
    boolean isMisconfigured() {
        return misconfigured;
    }

    /** One short line. It holds the server's own words where there are any, and nothing of this application's settings. */
    String reason() {
        return String.valueOf(getMessage());
    }

    private static String reason(Throwable link, String otherwise) {
        if (SmtpReply.of(link).code() == 0 || link.getMessage() == null) {
            return otherwise;
        }
        String line = BREAKS.matcher(link.getMessage()).replaceAll(" ").strip();
        return line.substring(0, Math.min(line.length(), MAX_REASON));
    }

    /** What went wrong and all that Jakarta Mail hangs on it, the most telling last. */
    private static List<Throwable> chain(Exception failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && chain.size() < 20; link = next(link)) {
            chain.add(link);
        }
        return chain;
    }

    private static @Nullable Throwable next(Throwable link) {
        return link instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException() : link.getCause();
    }
}
