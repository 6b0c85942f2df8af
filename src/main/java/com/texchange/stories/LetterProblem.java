package com.texchange.stories;

import com.texchange.mail.Delivery;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a letter was not sent, for people who do not read SMTP. */
public enum LetterProblem {
    /** The address does not exist or is no address. */
    BAD_ADDRESS,
    MAILBOX_FULL,
    /** There is no connection to the mail server, or it does not accept the application; the operator has to act. */
    OWN_SERVER,
    /** The recipient's side refused it for good. */
    REFUSED,
    /** The recipient's side could not take it just now. */
    BUSY;

    private static final Pattern BAD_ADDRESSES = Pattern.compile(
            "\\b5\\.1\\.[0-9]|no such user|user unknown|unknown user|does not exist|not an address|mailbox unavailable");
    private static final Pattern FULL = Pattern.compile("\\b[45]\\.2\\.2\\b|\\b552\\b|mailbox (is )?full|quota");
    private static final Pattern OWN = Pattern.compile("no connection to the mail server|refuses the sender|\\b5(30|34|35|38)\\b");

    /** The message key of its name. */
    public String key() {
        return "stories.letterProblem." + name();
    }

    static @Nullable LetterProblem of(Delivery delivery) {
        String error = delivery.lastError();
        if (error == null || delivery.state() == Delivery.State.SENT) {
            return null;
        }
        String words = error.toLowerCase(Locale.ROOT);
        if (FULL.matcher(words).find()) {
            return MAILBOX_FULL;
        }
        if (BAD_ADDRESSES.matcher(words).find()) {
            return BAD_ADDRESS;
        }
        if (OWN.matcher(words).find()) {
            return OWN_SERVER;
        }
        return delivery.state() == Delivery.State.FAILED ? REFUSED : BUSY;
    }
}
