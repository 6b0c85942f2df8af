package com.texchange.connections;

import com.texchange.common.GrantId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Selection;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The licenses of orders and what becomes of them: statements for all at once, however many licenses there are. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderItems {

    /** So many licenses are changed in one transaction. */
    static final int CHUNK = 10_000;

    private static final int SHOWN_REFUSALS = 100;
    /** The others were left out from the beginning. */
    private static final String WAS_REFUSED = "item.reason in ('BLOCKED', 'MOVED', 'NOT_ALLOWED')";
    private static final String GRANT = """
            select grant_id from grants_grant
            where :asSupplier and supplier_id = :supplier and distributor_id = :distributor and :kind = any (acts)""";
    private static final String SELECTED = """
            from licenses_license license where license.distributor_id = :distributor and (not :asSupplier
                or license.owner_id = :supplier
                or exists (select from connection c where c.license_id = license.id and c.supplier_id = :supplier)
                or exists (select from grants_grant given
                    where given.supplier_id = :supplier and given.distributor_id = :distributor))
            """;
    /** A license that another order has at the supplier is left to that; what only a person can mend is tried all the same. */
    private static final String REQUEST = """
            insert into connection_order_item (order_id, license_id, state, reason)
            select :order, id, case when verdict in ('CHANGES', 'BLOCKED') then 'REQUESTED' else 'LEFT_OUT' end,
                nullif(verdict, 'CHANGES')
            from (select license.id, %s as verdict %s) row
            """;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends, no other order changes licenses between the two companies, nor is one placed. */
    void lock(ConnectionOrder order) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:pair, 0))")
                .param("pair", "connections/" + order.supplierId() + "/" + order.distributorId())
                .query().listOfRows();
    }

    /**
     * The grant that lets the order's people do it, locked until the transaction ends, so that it is not withdrawn meanwhile; none
     * if they need none, or there is none now.
     */
    Optional<GrantId> lockGrant(ConnectionOrder order) {
        return jdbc.sql(GRANT + " and (ends_at is null or ends_at > clock_timestamp()) for no key update")
                .params(parameters(order)).query(UUID.class).optional().map(GrantId::new);
    }

    /** What an order would do with the licenses that are chosen, those among them that its people see. */
    Map<Verdict, Integer> verdicts(ConnectionOrder order, Selection<LicenseId, LicenseFilter> licenses) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        SelectedLicenses selected = SelectedLicenses.of(licenses, LicenseFilter.NONE);
        jdbc.sql("select verdict, count(*) from (select %s as verdict %s) row group by verdict"
                        .formatted(Verdicts.BEFORE, SELECTED + selected.sql()))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2))).list();
        return counts;
    }

    /** @return how many licenses are in the order, those that are left out too */
    int request(ConnectionOrder order, Selection<LicenseId, LicenseFilter> licenses) {
        SelectedLicenses selected = SelectedLicenses.of(licenses, LicenseFilter.NONE);
        return jdbc.sql(REQUEST.formatted(Verdicts.BEFORE, SELECTED + selected.sql()))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .update();
    }

    /** Requests to take back what another order has done, unless a later one has changed it. */
    int requestUndo(ConnectionOrder order, OrderId done) {
        return requestFrom(order, done, Verdicts.UNDO, "done.state = 'DONE'");
    }

    /** Requests what another order has left as it was. */
    int requestAgain(ConnectionOrder order, OrderId tried) {
        return requestFrom(order, tried, Verdicts.BEFORE, "done.state = 'LEFT_OUT'");
    }

    private int requestFrom(ConnectionOrder order, OrderId other, String verdict, String which) {
        return jdbc.sql(REQUEST.formatted(verdict, """
                from connection_order_item done join licenses_license license on license.id = done.license_id
                where done.order_id = :other and\s""" + which))
                .params(parameters(order)).param("granted", isGranted(order)).param("other", other)
                .update();
    }

    /**
     * Changes the next of the requested licenses, or refuses them with a reason. Locks them so that none moves meanwhile.
     *
     * @param granted whether there is a grant for it
     * @param after   the last license of the chunk before
     * @return what became of the chunk, none if there was none any more
     */
    Optional<Chunk> apply(ConnectionOrder order, boolean granted, UUID after) {
        return jdbc.sql(ChunkStatement.of(order.kind()))
                .params(parameters(order)).param("granted", granted)
                .param("now", clock.instant()).param("after", after).param("limit", CHUNK)
                .query(Chunk.class).optional();
    }

    /**
     * Licenses that were worked off in one transaction.
     *
     * @param last       of them
     * @param underGrant whether any of them was changed under a grant
     */
    record Chunk(UUID last, boolean underGrant) {
    }

    /** Keeps on the order how its licenses stand: lists of orders show it. */
    void tally(ConnectionOrder order) {
        jdbc.sql("""
                update connection_order set (done, open, left_out) = (
                    select count(*) filter (where state = 'DONE'), count(*) filter (where state in ('REQUESTED', 'REFUSED')),
                        count(*) filter (where state = 'LEFT_OUT')
                    from connection_order_item where order_id = :order)
                where id = :order""").param("order", order.id()).update();
    }

    /** Makes the order's connections visible to the supplier's system. */
    void publish(ConnectionOrder order) {
        jdbc.sql("""
                update connection set published_at = :now
                from connection_order_item item
                where item.order_id = :order and item.state = 'DONE' and connection.license_id = item.license_id
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

    /** The first of those that the order has changed, by number; the user is empty where nobody is known. */
    List<ChangedLicense> changed(OrderId order, int limit) {
        return jdbc.sql("""
                select license.number, coalesce(license.user_name, '') as user_name
                from connection_order_item item join licenses_license license on license.id = item.license_id
                where item.order_id = :order and item.state = 'DONE'
                order by license.number limit :limit""")
                .param("order", order)
                .param("limit", limit)
                .query(ChangedLicense.class).list();
    }

    record ChangedLicense(String number, String userName) {
    }

    /** How many were refused and are left out. */
    int leftOutRefused(OrderId order) {
        return jdbc.sql("select count(*) from connection_order_item item where order_id = :order and state = 'LEFT_OUT' and "
                        + WAS_REFUSED)
                .param("order", order)
                .query(Integer.class).single();
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

    private boolean isGranted(ConnectionOrder order) {
        return jdbc.sql("select exists (" + GRANT + ")").params(parameters(order)).query(Boolean.class).single();
    }

    private void changeRefused(OrderId order, String state) {
        jdbc.sql("update connection_order_item set state = :state where order_id = :order and state = 'REFUSED'")
                .param("order", order)
                .param("state", state)
                .update();
    }

    private static Map<String, @Nullable Object> parameters(ConnectionOrder order) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("order", order.id());
        parameters.put("kind", order.kind());
        parameters.put("supplier", order.supplierId());
        parameters.put("distributor", order.distributorId());
        parameters.put("asSupplier", order.isSuppliers());
        return parameters;
    }
}
