package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.texchange.partners.TimeZones;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to whom a colleague has invited, with a link to set the first password; an earlier one ends. Who signs in by the address
 * elsewhere is told so, without a link: nobody has it that is made then, so that all else is as of others.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitationLetters {

    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final AccountProperties properties;
    private final Letters letters;
    private final TimeZones zones;
    private final Companies companies;
    private final OperatorProperties operator;
    private final MessageSource messages;

    InvitationLetters(AccountRepository accounts, PasswordLinks links, AccountProperties properties, Letters letters, TimeZones zones,
            Companies companies, OperatorProperties operator, MessageSource messages) {
        this.accounts = accounts;
        this.links = links;
        this.properties = properties;
        this.letters = letters;
        this.zones = zones;
        this.companies = companies;
        this.operator = operator;
        this.messages = messages;
    }

    public void send(Account invited, Actor actor) {
        ZoneId zone = zones.of(invited.companyId());
        PasswordLink link = links.create(invited.id(), properties.passwordLinkValid(), zone, null);
        invited.invite(actor.id(), link.expiresAt());
        Optional<Account> owner = invited.isInvitedInVain() ? accounts.findByEmail(invited.email()) : Optional.empty();
        if (owner.isEmpty() && invited.isInvitedInVain()) {
            invited.takeInvitedAddress();
        }
        accounts.save(invited);
        owner.ifPresentOrElse(person -> sendTo(person, invited, actor), () -> send(invited, link, zone, actor));
    }

    private void send(Account invited, PasswordLink link, ZoneId zone, Actor actor) {
        String company = company(invited.companyId(), invited.locale());
        letters.queue(new Letter("colleague-invited/" + UUID.randomUUID(), "colleague-invited", invited.email(), invited.locale(),
                new Object[] {company}, Map.of("name", invited.name(), "company", company, "colleague", inviting(actor, invited, invited.locale()),
                        "link", link.url(), "validUntil", link.expiresAt()), null).readBy(zone));
    }

    private void sendTo(Account owner, Account invited, Actor actor) {
        String company = company(invited.companyId(), owner.locale());
        letters.queue(new Letter("colleague-elsewhere/" + UUID.randomUUID(), "colleague-elsewhere", owner.email(), owner.locale(),
                new Object[] {company}, Map.of("name", owner.name(), "company", company, "colleague", inviting(actor, invited, owner.locale())), null)
                .readBy(zones.of(owner.companyId())));
    }

    /** Companies learn that it was the operator, and not which of its people. */
    private String inviting(Actor actor, Account invited, Locale reader) {
        return actor.companyId() == null && invited.companyId() != null ? messages.getMessage("mail.colleague-invited.bySales", null, reader)
                : actor.name();
    }

    private String company(@Nullable CompanyId id, Locale locale) {
        if (id != null) {
            return companies.get(id).name();
        }
        return operator.name().isBlank() ? messages.getMessage("common.product", null, locale) : operator.name();
    }
}
