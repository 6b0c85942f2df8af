package com.texchange.onboarding;

import com.texchange.batches.Refusal;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells beforehand, for many addresses at once, what {@link Invitations#invite} would refuse them for. */
@Service
@Transactional(readOnly = true)
public class KnownInvitees {

    /** Message keys of what speaks against an address; the last argument of the others is its code. */
    public static final String OWN_ADDRESS = "onboarding.refused.ownAddress";
    public static final String PARTNER = "onboarding.refused.partner";
    public static final String UNDER_WAY = "onboarding.refused.underWay";

    private final JdbcClient jdbc;

    KnownInvitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(EmailAddress email, String obstacle, @Nullable String code) {

        Refusal refusal() {
            return switch (obstacle) {
                case "OWN_ADDRESS" -> Refusal.of(OWN_ADDRESS);
                case "PARTNER" -> Refusal.of(PARTNER, String.valueOf(code));
                default -> Refusal.of(UNDER_WAY, email, String.valueOf(code));
            };
        }
    }

    /** Those of the addresses that cannot be invited by the person's company now, and why. */
    public Map<EmailAddress, Refusal> find(Collection<EmailAddress> emails, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        return jdbc.sql("""
                select listed.email, case when a.id is not null then 'OWN_ADDRESS'
                           when p.distributor_id is not null then 'PARTNER' else 'UNDER_WAY' end as obstacle, p.code
                  from unnest(:emails::text[]) as listed (email)
                  left join accounts_person a on a.email = listed.email and a.company_id = :supplier
                  left join partners_partnership p on p.invitee_email = listed.email and p.supplier_id = :supplier
                  left join onboarding o on o.partnership_id = p.id
                       and o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
                 where a.id is not null or p.distributor_id is not null or o.id is not null
                """)
                .param("emails", emails.stream().map(EmailAddress::value).toArray(String[]::new))
                .param("supplier", supplier)
                .query(Known.class).list().stream()
                .collect(Collectors.toMap(Known::email, Known::refusal, (one, other) -> one));
    }
}
