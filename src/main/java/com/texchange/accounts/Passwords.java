package com.texchange.accounts;

import com.texchange.common.RefusedException;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people without a password, or without the right one, can do; they are not signed in. */
@Service
public class Passwords {

    /** Keeps strangers from filling somebody's mailbox. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);
    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final PasswordChange change;
    private final Letters letters;
    private final AccountProperties properties;

    Passwords(AccountRepository accounts, PasswordLinks links, PasswordChange change, Letters letters,
            AccountProperties properties) {
        this.accounts = accounts;
        this.links = links;
        this.change = change;
        this.letters = letters;
        this.properties = properties;
    }

    /** Writes a letter with a link, if the address has an account; whether it has one is not told. */
    @Transactional
    public void requestReset(String address) {
        accounts.findTyped(address)
                .filter(Account::isEnabled)
                .filter(account -> !links.madeWithin(account.id(), BETWEEN_LETTERS))
                .ifPresent(this::sendLink);
    }

    /** Whether a link's token can be used; asking does not use it. */
    @Transactional(readOnly = true)
    public boolean isUsable(String token) {
        return links.find(token).isPresent();
    }

    /**
     * Sets the password of the account that a link belongs to, and uses the link up.
     *
     * @throws RefusedException if the password breaks the rule, which leaves the link as it was, or the link was used,
     *                          has expired, was replaced or never existed
     */
    public void set(String token, String password) {
        change.setByLink(token, password);
    }

    private void sendLink(Account account) {
        PasswordLinks.PasswordLink link = links.create(account.id(), properties.resetLinkValid());
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(account.locale()).withZone(ZoneId.systemDefault()).format(link.expiresAt());
        letters.queue(new Letter("password-reset/" + UUID.randomUUID(), "password-reset", account.email(),
                account.locale(), new Object[0],
                Map.of("name", account.name(), "link", link.url(), "validUntil", until), null));
    }
}
