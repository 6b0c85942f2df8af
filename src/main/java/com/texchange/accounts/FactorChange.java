package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.TimeZones;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a change of somebody's second factor: other sessions end, and a letter tells the person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FactorChange {

    private final AccountRepository accounts;
    private final CurrentPerson current;
    private final PersonSessions sessions;
    private final PeopleTrail trail;
    private final Letters letters;
    private final OperatorProperties operator;
    private final TimeZones zones;
    private final Clock clock;

    FactorChange(AccountRepository accounts, CurrentPerson current, PersonSessions sessions, PeopleTrail trail, Letters letters, OperatorProperties operator,
            TimeZones zones, Clock clock) {
        this.accounts = accounts;
        this.current = current;
        this.sessions = sessions;
        this.trail = trail;
        this.letters = letters;
        this.operator = operator;
        this.zones = zones;
        this.clock = clock;
    }

    /** What a letter tells. */
    enum Kind {
        ADDED(AuditKind.FACTOR_ADDED), REMOVED(AuditKind.FACTOR_REMOVED), REMOVED_BY_OTHERS(AuditKind.FACTOR_REMOVED),
        PASSKEY_ADDED(AuditKind.PASSKEY_ADDED), PASSKEY_REMOVED(AuditKind.PASSKEY_REMOVED), NEW_CODES(AuditKind.FACTOR_CODES_RENEWED), CODE_USED(AuditKind.FACTOR_CODE_USED);

        private final AuditKind recorded;

        Kind(AuditKind recorded) {
            this.recorded = recorded;
        }
    }

    /**
     * The session in which somebody changes the own one goes on.
     *
     * @param detail the reason that somebody else has given, or what it is about
     */
    public void made(Account account, Kind kind, Actor by, @Nullable String detail) {
        account.factorChanged();
        accounts.save(account);
        current.keep(account);
        sessions.endOthers(account.id(), current.session());
        trail.tell(account.id());
        tell(account, kind, by, detail);
    }

    public void tell(Account account, Kind kind) {
        tell(account, kind, account.actor(), null);
    }

    private void tell(Account account, Kind kind, Actor by, @Nullable String detail) {
        trail.changed(kind.recorded, account, by, null, TypedText.ofNullable(detail));
        letters.queue(new Letter("factor-changed/" + UUID.randomUUID(), "factor-changed", account.email(), account.locale(),
                new Object[0], Map.of("name", account.name(), "kind", kind.name(), "at", clock.instant(), "detail", Objects.requireNonNullElse(detail, ""),
                        "withoutPassword", account.awaitsPassword(),
                        "link", operator.link(account.awaitsPassword() ? Routes.FORGOT_PASSWORD : Routes.PROFILE)), null)
                .readBy(zones.of(account.companyId())));
    }
}
