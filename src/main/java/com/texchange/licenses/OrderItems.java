package com.texchange.licenses;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The licenses of orders and their connections; each step is one statement, however many licenses there are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderItems {

    private static final int SHOWN_REFUSALS = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Locks the distributor's licenses among the given ones, so that two orders at a time do not both take them.
     *
     * @return how many of them are the distributor's
     */
    int lockOwn(CompanyId distributor, Collection<LicenseId> licenses) {
        return jdbc.sql("""
                select id from license where id = any(:licenses::uuid[]) and distributor_id = :distributor
                order by id for no key update""")
                .param("licenses", texts(licenses))
                .param("distributor", distributor)
                .query().listOfRows().size();
    }

    /** Those that are neither in the supplier's service nor on their way to it. */
    List<LicenseId> connectable(CompanyId supplier, Collection<LicenseId> licenses) {
        return jdbc.sql("""
                select wanted.id from unnest(:licenses::uuid[]) wanted (id)
                where not exists (select from connection
                        where connection.license_id = wanted.id and connection.supplier_id = :supplier)
                    and not exists (select from connection_order_item item
                        join connection_order placed on placed.id = item.order_id
                        where item.license_id = wanted.id and item.state <> 'LEFT_OUT'
                            and placed.supplier_id = :supplier and placed.state <> 'FINISHED')""")
                .param("licenses", texts(licenses))
                .param("supplier", supplier)
                .query(UUID.class).list().stream().map(LicenseId::new).toList();
    }

    void request(OrderId order, Collection<LicenseId> licenses) {
        jdbc.sql("""
                insert into connection_order_item (order_id, license_id, state)
                select :order, wanted.id, 'REQUESTED' from unnest(:licenses::uuid[]) wanted (id)""")
                .param("order", order)
                .param("licenses", texts(licenses))
                .update();
    }

    /** Connects the requested licenses or refuses them with a reason. Locks them so that none moves meanwhile. */
    void connect(ConnectionOrder order) {
        jdbc.sql("""
                with checked as (
                    select license.id, case when license.distributor_id <> :distributor then 'moved'
                        when license.blocked then 'blocked' end as reason
                    from connection_order_item item join license on license.id = item.license_id
                    where item.order_id = :order and item.state = 'REQUESTED'
                    order by license.id for share of license
                ), connected as (
                    insert into connection (license_id, supplier_id, order_id, connected_at)
                    select id, :supplier, :order, :now from checked where reason is null
                    on conflict do nothing
                )
                update connection_order_item item
                set state = case when checked.reason is null then 'CONNECTED' else 'REFUSED' end,
                    reason = checked.reason
                from checked where item.order_id = :order and item.license_id = checked.id""")
                .param("order", order.id())
                .param("distributor", order.distributorId())
                .param("supplier", order.supplierId())
                .param("now", clock.instant())
                .update();
    }

    /** Makes the order's connections visible to the supplier's system. */
    void publish(ConnectionOrder order) {
        jdbc.sql("""
                update connection set published_at = :now
                from connection_order_item item
                where item.order_id = :order and item.state = 'CONNECTED' and connection.license_id = item.license_id
                    and connection.supplier_id = :supplier and connection.published_at is null""")
                .param("order", order.id())
                .param("supplier", order.supplierId())
                .param("now", clock.instant())
                .update();
    }

    /** Requests the refused licenses again. */
    void retryRefused(OrderId order) {
        changeRefused(order, "REQUESTED");
    }

    void leaveOutRefused(OrderId order) {
        changeRefused(order, "LEFT_OUT");
    }

    /** The first of those that the order has connected, by number; the user is empty where nobody is known. */
    List<ConnectedLicense> connected(OrderId order, int limit) {
        return jdbc.sql("""
                select license.number, coalesce(license.user_name, '') as user_name
                from connection_order_item item join license on license.id = item.license_id
                where item.order_id = :order and item.state = 'CONNECTED'
                order by license.number limit :limit""")
                .param("order", order)
                .param("limit", limit)
                .query(ConnectedLicense.class).list();
    }

    record ConnectedLicense(String number, String userName) {
    }

    int count(OrderId order, String state) {
        return jdbc.sql("select count(*) from connection_order_item where order_id = :order and state = :state")
                .param("order", order)
                .param("state", state)
                .query(Integer.class).single();
    }

    List<RefusedLicense> refused(OrderId order) {
        return refusals(order, "item.state = 'REFUSED'");
    }

    /** What was refused and is not connected since, whatever was decided on it. */
    List<RefusedLicense> notConnected(OrderId order) {
        return refusals(order, "item.reason is not null");
    }

    private List<RefusedLicense> refusals(OrderId order, String which) {
        return jdbc.sql("""
                select license.number, 'licenses.refusal.' || item.reason as reason_key
                from connection_order_item item join license on license.id = item.license_id
                where item.order_id = :order and %s
                order by license.number limit :limit""".formatted(which))
                .param("order", order)
                .param("limit", SHOWN_REFUSALS)
                .query(RefusedLicense.class).list();
    }

    private void changeRefused(OrderId order, String state) {
        jdbc.sql("update connection_order_item set state = :state where order_id = :order and state = 'REFUSED'")
                .param("order", order)
                .param("state", state)
                .update();
    }

    private static String[] texts(Collection<LicenseId> licenses) {
        return licenses.stream().map(LicenseId::toString).toArray(String[]::new);
    }
}
