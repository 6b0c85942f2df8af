package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import com.texchange.partners.Companies;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts that are opened. */
@Component
class NewAccounts {

    private final Companies companies;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PeopleTrail trail;

    NewAccounts(Companies companies, JdbcClient jdbc, Clock clock, PeopleTrail trail) {
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Of two steps that open the same account at once, the second waits here for the first. Whoever was only invited to the company is in from
     * now on, as anybody else whose account is opened: else the end of the invitation, or whoever takes it back, would take the account away,
     * and a forgotten password would bring no letter.
     *
     * @return whether it is new, or was such an invitation
     */
    boolean insertOrLetIn(NewAccount account) {
        return jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, off_with_company,
                    created_at, position)
                select :id, 0, :email, :name, :company, :language, not :off, :off, :now,
                    case when exists (select from account where company_id = :company and (enabled or off_with_company)) then 'LICENSE_MANAGER'
                        else 'ADMINISTRATOR' end
                on conflict (email) do update set invited_by = null, invited_until = null, enabled = excluded.enabled,
                    off_with_company = excluded.off_with_company, version = account.version + 1
                where account.company_id is not distinct from excluded.company_id
                    and account.invited_by is not null and account.password_hash is null and not account.enabled
                """)
                .param("id", AccountId.random()).param("email", account.email())
                .param("name", account.name()).param("language", account.locale())
                .param("company", account.companyId()).param("off", isOff(account.companyId()))
                .param("now", clock.instant())
                .update() == 1;
    }

    private boolean isOff(@Nullable CompanyId company) {
        return company != null && companies.isOff(company);
    }

    /** That it is there, or has more roles than before. @param by null for a step of the system */
    void record(Account account, boolean isNew, @Nullable Actor by) {
        trail.changed(isNew ? AuditKind.ACCOUNT_OPENED : AuditKind.ROLES_ADDED, account, by, null,
                account.actor().roles().stream().sorted().map(Role::name).collect(Collectors.joining(" ")));
    }
}
