package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What steps, tasks, letters and windows tell of the licenses of an order, and of its companies. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderedLicenses {

    private static final int SHOWN_REFUSALS = 100;
    /** The others were left out from the beginning. */
    private static final String WAS_REFUSED = "item.reason in ('BLOCKED', 'MOVED', 'NOT_ALLOWED')";
    private final JdbcClient jdbc;

    OrderedLicenses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first of those that the order has changed, by number; the user is empty where nobody is known.
     *
     * @param before of an order that has waited, those before it went on instead of those since
     */
    List<ChangedLicense> changed(ConnectionOrder order, boolean before, int limit) {
        return jdbc.sql("""
                select license.number, coalesce(license.user_name, '') as user_name
                from connection_order_item item join licenses_license license on license.id = item.license_id
                where item.order_id = :order and item.state = 'DONE' and (:since::timestamptz is null or (item.done_at < :since) = :before)
                order by license.number limit :limit""")
                .param("order", order.id())
                .param("since", order.resumedAt())
                .param("before", before)
                .param("limit", limit)
                .query(ChangedLicense.class).list();
    }

    record ChangedLicense(String number, String userName) {
    }

    /** Whether there are licenses in it that are the distributor's to move, which has to agree first. */
    boolean asks(OrderId order) {
        return jdbc.sql("select exists (select from connection_order_item where order_id = :order and state = 'REQUESTED' and reason = 'ASKS')")
                .param("order", order)
                .query(Boolean.class).single();
    }

    String name(CompanyId company) {
        return jdbc.sql("select name from partners_company where id = :company").param("company", company).query(String.class).single();
    }

    Refusals refusals(OrderId order) {
        return jdbc.sql("""
                select count(*) filter (where state = 'LEFT_OUT') as left_out, count(*) filter (where state = 'WAITING') as waiting,
                    count(*) filter (where state in ('REQUESTED', 'REFUSED')) as again
                from connection_order_item item where order_id = :order and\s""" + WAS_REFUSED)
                .param("order", order)
                .query(Refusals.class).single();
    }

    /**
     * How many licenses the order has changed since it did what had to wait, or ever if it has not waited.
     *
     * @param before as for {@link #changed}
     */
    int countDone(ConnectionOrder order, boolean before) {
        return jdbc.sql("""
                select count(*) from connection_order_item
                where order_id = :order and state = 'DONE' and (:since::timestamptz is null or (done_at < :since) = :before)""")
                .param("order", order.id()).param("since", order.resumedAt()).param("before", before).query(Integer.class).single();
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
        return refusals(order, "item.state <> 'DONE' and " + WAS_REFUSED);
    }

    private List<RefusedLicense> refusals(OrderId order, String which) {
        return jdbc.sql("""
                select license.number, 'connections.verdict.' || item.reason as reason_key
                from connection_order_item item join licenses_license license on license.id = item.license_id
                where item.order_id = :order and %s
                order by license.number limit :limit""".formatted(which))
                .param("order", order)
                .param("limit", SHOWN_REFUSALS)
                .query(RefusedLicense.class).list();
    }
}
