package com.texchange.grants;

import com.texchange.accounts.ActsUnderGrant;
import com.texchange.common.CompanyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the sign-in whose people act on the licenses of others: of them a second factor may be asked. */
@Component
class GrantHolders implements ActsUnderGrant {

    private final JdbcClient jdbc;

    GrantHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean acts(CompanyId supplier) {
        return jdbc.sql("""
                select exists (select from license_grant where supplier_id = :supplier and closed_at is null
                    and (ends_at is null or ends_at > now()))
                """)
                .param("supplier", supplier).query(Boolean.class).single();
    }
}
