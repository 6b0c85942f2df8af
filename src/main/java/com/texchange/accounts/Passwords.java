package com.texchange.accounts;

import com.texchange.common.RefusedException;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.partners.TimeZones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final TimeZones zones;

    Passwords(AccountRepository accounts, PasswordLinks links, PasswordChange change, Letters letters,
            AccountProperties properties, TimeZones zones) {
        this.accounts = accounts;
        this.links = links;
        this.change = change;
        this.letters = letters;
        this.properties = properties;
        this.zones = zones;
    }

    /**
     * Writes a letter with a link, if the address has an account; whether it has one is not told.
     *
     * @param continuePath where the link leads on to once the password is set, be it in another browser; null for the
     *     sign-in page. Ignored unless it is a path of this application
     */
    @Transactional
    public void requestReset(String address, @Nullable String continuePath) {
        String path = continuePath != null && SignIn.isLocal(continuePath) ? continuePath : null;
        accounts.findTyped(address)
                .filter(Account::isEnabled)
                .filter(account -> !links.madeWithin(account.id(), BETWEEN_LETTERS))
                .ifPresent(account -> sendLink(account, path));
    }

    /** Whether a link's token can be used; asking does not use it. */
    @Transactional(readOnly = true)
    public boolean isUsable(String token) {
        return links.find(token).isPresent();
    }

    /** Where a link leads on to once the password is set, as {@link SignIn#link} takes it; empty for the sign-in page. */
    @Transactional(readOnly = true)
    public Optional<String> continuePath(String token) {
        return links.continuePath(token).filter(SignIn::isLocal);
    }

    /** Until when a link's token can be used; empty if it cannot. */
    @Transactional(readOnly = true)
    public Optional<LinkTerm> term(String token) {
        return links.find(token).flatMap(accounts::findById).flatMap(account -> links.validUntil(token)
                .map(until -> new LinkTerm(until, zones.of(account.companyId()))));
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

    /**
     * What a password is worth that is being typed.
     *
     * @throws RefusedException if the link is dead, or too many passwords are looked at just now
     */
    public PasswordVerdict judge(String token, String password) {
        return change.judge(token, password);
    }

    private void sendLink(Account account, @Nullable String continuePath) {
        // A first password may be set by any of the links, one that is to be replaced by the latest only.
        if (!account.awaitsPassword()) {
            links.endAll(account.id());
        }
        ZoneId zone = zones.of(account.companyId());
        PasswordLink link = links.create(account.id(), properties.resetLinkValid(), zone, continuePath);
        letters.queue(new Letter("password-reset/" + UUID.randomUUID(), "password-reset", account.email(),
                account.locale(), new Object[0],
                Map.of("name", account.name(), "link", link.url(), "validUntil", link.expiresAt()), null)
                .readBy(zone));
    }
}
