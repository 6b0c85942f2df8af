package com.texchange.onboarding;

import com.texchange.batches.Refusal;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
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

    private record Known(EmailAddress email, Refusal refusal) {
    }

    /** Those of the addresses that cannot be invited by the person's company now, and why. */
    public Map<EmailAddress, Refusal> find(Collection<EmailAddress> emails, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        return jdbc.sql("""
                select listed.email, p.code, a.id is not null as own, p.distributor_id is not null as partner
                  from unnest(:emails::text[]) as listed (email)
                  left join account a on a.email = listed.email and a.company_id = :supplier
                  left join partnership p on p.invitee_email = listed.email and p.supplier_id = :supplier
                  left join onboarding o on o.partnership_id = p.id
                       and o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')
                 where a.id is not null or p.distributor_id is not null or o.id is not null
                """)
                .param("emails", emails.stream().map(EmailAddress::value).toArray(String[]::new))
                .param("supplier", supplier.value())
                .query(KnownInvitees::known)
                .list().stream().collect(Collectors.toMap(Known::email, Known::refusal, (one, other) -> one));
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        EmailAddress email = EmailAddress.stored(row.getString("email"));
        String code = row.getString("code");
        return new Known(email, row.getBoolean("own") ? Refusal.of(OWN_ADDRESS)
                : row.getBoolean("partner") ? Refusal.of(PARTNER, code) : Refusal.of(UNDER_WAY, email, code));
    }
}
