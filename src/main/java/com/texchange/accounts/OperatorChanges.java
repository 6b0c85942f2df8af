package com.texchange.accounts;

import com.texchange.accounts.OperatorChange.Kind;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator has done with companies and their people, and why. */
@Component
class OperatorChanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first; at most 100. */
    List<OperatorChange> of(CompanyId company) {
        return jdbc.sql("""
                select c.name, c.kind, c.reason, p.name as by, c.changed_at as at
                from account_change c join account p on p.id = c.changed_by
                where c.company_id = :company order by c.id desc limit 100""")
                .param("company", company).query(OperatorChange.class).list();
    }

    /** @param person null where it is the whole company, whose name it is then */
    void record(CompanyId company, @Nullable AccountId person, String name, Kind kind, String reason, Actor by) {
        jdbc.sql("""
                insert into account_change (company_id, account_id, name, kind, reason, changed_by, changed_at)
                values (:company, :account, :name, :kind, :reason, :by, :now)""")
                .param("company", company).param("account", person).param("name", name)
                .param("kind", kind).param("reason", reason.strip()).param("by", by.id()).param("now", clock.instant())
                .update();
    }
}
