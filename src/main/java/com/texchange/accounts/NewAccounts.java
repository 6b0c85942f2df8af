package com.texchange.accounts;

import com.texchange.audit.AuditKind;
import com.texchange.common.AccountId;
import com.texchange.common.Role;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts that are opened. */
@Component
class NewAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PeopleTrail trail;

    NewAccounts(JdbcClient jdbc, Clock clock, PeopleTrail trail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
    }

    /** Of two steps that open the same account at once, the second waits here for the first. @return whether it is new */
    boolean insertIfAbsent(NewAccount account) {
        return jdbc.sql("""
                insert into account (id, version, email, name, company_id, language, enabled, created_at, position)
                select :id, 0, :email, :name, :company, :language, true, :now,
                    case when exists (select from account where company_id = :company and enabled) then 'LICENSE_MANAGER'
                        else 'ADMINISTRATOR' end
                on conflict (email) do nothing
                """)
                .param("id", AccountId.random()).param("email", account.email())
                .param("name", account.name()).param("language", account.locale())
                .param("company", account.companyId())
                .param("now", clock.instant())
                .update() == 1;
    }

    /** That it is there, or has more roles than before. */
    void record(Account account, boolean isNew) {
        trail.changed(isNew ? AuditKind.ACCOUNT_OPENED : AuditKind.ROLES_ADDED, account, null, null,
                account.actor().roles().stream().sorted().map(Role::name).collect(Collectors.joining(" ")));
    }
}
