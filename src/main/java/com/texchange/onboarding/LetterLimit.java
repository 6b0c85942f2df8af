package com.texchange.onboarding;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Moments;
import com.texchange.common.RefusedException;
import com.texchange.mail.DailyLetters;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import com.texchange.partners.TimeZones;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps suppliers from filling somebody's mailbox: what is sent by hand stops when an address has got so many letters about the
 * supplier's invitations on one day, by the supplier's clock; so does inviting, or revoking and inviting again would be a way
 * round. Nor does one place's invitation go to many strangers, one after the other. Those that go out by themselves and what ends an
 * invitation count, but are never held up. The caller holds the onboarding's lock, so two clicks at once count each other.
 */
@Component
class LetterLimit {

    /** An invitation whose letter is not written yet, or was called back, counts as one. */
    private static final String FULL = """
            select letter.recipient from (
                select l.recipient from mail_letter l join onboarding o on o.id = l.reference
                where l.recipient = any(:readers) and l.queued_at >= :today and o.supplier_id = :supplier and l.state <> 'WITHDRAWN'
                    and l.template in ('invitation', 'invitation-reminder', 'accept-reminder', 'connect-reminder', 'revoked')
                union all
                select p.invitee_email from onboarding o join partners_partnership p on p.id = o.partnership_id
                where p.supplier_id = :supplier and p.invitee_email = any(:readers) and o.invited_at >= :today
                    and not exists (select from mail_letter l where l.reference = o.id and l.template = 'invitation' and l.state <> 'WITHDRAWN')) letter
            group by letter.recipient having count(*) >= :limit
            order by letter.recipient limit 1
            """;
    /** Other addresses that a place's invitations have gone to. */
    private static final String OTHERS = """
            select count(distinct l.recipient) from mail_letter l join onboarding o on o.id = l.reference
            where o.partnership_id = :place and l.template = 'invitation' and l.queued_at >= :today and l.state <> 'WITHDRAWN'
                and l.recipient <> :next
            """;

    private final JdbcClient jdbc;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final TimeZones zones;
    private final OnboardingProperties properties;
    private final Clock clock;

    LetterLimit(JdbcClient jdbc, Partnerships partnerships, Accounts accounts, TimeZones zones,
            OnboardingProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.zones = zones;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws RefusedException that names an address which has had enough */
    void check(Onboarding onboarding) {
        check(onboarding.supplierId(), onboarding.stage() == Stage.INVITED
                ? List.of(partnerships.get(onboarding.partnershipId()).invitee().email())
                : accounts.ofCompany(onboarding.distributor()).stream().map(AccountInfo::email).toList());
    }

    /** The same for an invitation that is to be begun. The caller holds the supplier's network. */
    void check(CompanyId supplier, EmailAddress invitee) {
        check(supplier, List.of(invitee));
    }

    private void check(CompanyId supplier, List<EmailAddress> readers) {
        jdbc.sql(FULL)
                .param("readers", readers.stream().map(EmailAddress::value).toArray(String[]::new))
                .param("today", today(supplier))
                .param("supplier", supplier.value())
                .param("limit", properties.lettersADay())
                .query(String.class).optional()
                .ifPresent(full -> {
                    throw DailyLetters.refusal(full, properties.lettersADay());
                });
    }

    /**
     * Before a place's invitation goes to another address than before: each is a stranger's. The caller holds the supplier's network.
     *
     * @throws RefusedException if letters of the day have gone to as many others
     */
    void checkAddresses(PartnershipInfo place, EmailAddress next) {
        int others = jdbc.sql(OTHERS).param("place", place.id().value()).param("today", today(place.supplierId()))
                .param("next", next.value()).query(Integer.class).single();
        if (others >= properties.lettersADay()) {
            throw new RefusedException("onboarding.refused.addressesADay", properties.lettersADay());
        }
    }

    private Timestamp today(CompanyId supplier) {
        return Timestamp.from(Moments.startOfDay(clock.instant(), zones.of(supplier)));
    }
}
