package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.grants.GrantUses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what orders have done under grants; of an order that began under one grant and ended under another, the last one. */
@Component
@Transactional(readOnly = true)
class OrdersUnderGrants implements GrantUses {

    private final JdbcClient jdbc;

    OrdersUnderGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Done underCurrent(CompanyId supplier, CompanyId distributor) {
        return jdbc.sql("""
                select count(*) as operations, coalesce(sum(placed.done), 0) as licenses
                from grants_grant given join connection_order placed on placed.grant_id = given.grant_id
                where given.supplier_id = :supplier and given.distributor_id = :distributor""")
                .param("supplier", supplier).param("distributor", distributor)
                .query(Done.class).single();
    }
}
