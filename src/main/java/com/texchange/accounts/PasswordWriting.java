package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a new password, ends what the old one had opened elsewhere, and tells the person that it was changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PasswordWriting {

    private final AccountRepository accounts;
    private final AccessEnd access;
    private final Consents consents;
    private final PeopleTrail trail;
    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final Clock clock;

    PasswordWriting(AccountRepository accounts, AccessEnd access, Consents consents, PeopleTrail trail, Letters letters,
            OperatorProperties operator, TimeZones zones, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.consents = consents;
        this.trail = trail;
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * The first password, of which nobody needs to be told; or another one.
     *
     * @param isShort too short for whoever has no second factor
     */
    public void write(AccountId id, String hash, boolean isShort) {
        Account account = accounts.findById(id).orElseThrow();
        boolean first = account.awaitsPassword();
        account.setPassword(hash, isShort);
        accounts.save(account);
        consents.give(id);
        access.endElsewhere(account);
        trail.changed(AuditKind.PASSWORD_SET, account, account.actor(), null, null);
        if (!first) {
            tell(account);
        }
    }

    private void tell(Account account) {
        letters.queue(new Letter("password-changed/" + UUID.randomUUID(), "password-changed", account.email(), account.locale(),
                new Object[0], Map.of("name", account.name(), "at", clock.instant(), "link", operator.link(Routes.FORGOT_PASSWORD)), null)
                .readBy(zones.of(account.companyId())));
    }
}
