package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import com.texchange.grants.GrantUses;
import com.texchange.grants.Grants;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what orders have done under grants. An order can use several, one after another, and need none for a part of its licenses. */
@Component
@Transactional(readOnly = true)
class OrdersUnderGrants implements GrantUses {

    private final Grants grants;
    private final JdbcClient jdbc;

    OrdersUnderGrants(Grants grants, JdbcClient jdbc) {
        this.grants = grants;
        this.jdbc = jdbc;
    }

    /** @param licenses how many an order has just changed under a grant, one at least */
    @Transactional(propagation = Propagation.MANDATORY)
    void used(GrantId grant, ConnectionOrder order, int licenses) {
        grants.used(Set.of(grant));
        jdbc.sql("""
                insert into connection_order_grant as used (grant_id, order_id, done) values (:grant, :order, :licenses)
                on conflict (grant_id, order_id) do update set done = used.done + excluded.done""")
                .param("grant", grant).param("order", order.id()).param("licenses", licenses).update();
    }

    @Override
    public Done underCurrent(CompanyId supplier, CompanyId distributor) {
        return jdbc.sql("""
                select given.grant_id, count(used.order_id) as operations, coalesce(sum(used.done), 0) as licenses
                from grants_grant given left join connection_order_grant used on used.grant_id = given.grant_id
                where given.supplier_id = :supplier and given.distributor_id = :distributor
                group by given.grant_id""")
                .param("supplier", supplier).param("distributor", distributor)
                .query(Done.class).optional().orElse(Done.NONE);
    }
}
