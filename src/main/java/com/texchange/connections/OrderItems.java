package com.texchange.connections;

import com.texchange.common.Change.Topic;
import com.texchange.common.ChangeFeed;
import com.texchange.common.GrantId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.PlannedAnew;
import com.texchange.common.Selection;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
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
    private static final String GRANT = """
            select grant_id from grants_grant
            where :asSupplier and supplier_id = :supplier and distributor_id = :distributor and :kind = any (acts)""";
    private static final String SELECTED = """
            from licenses_license license %s where license.distributor_id = :distributor and (not :asSupplier
                or license.owner_id = :supplier
                or exists (select from connection c where c.license_id = license.id and c.supplier_id = :supplier)
                or exists (select from grants_grant given
                    where given.supplier_id = :supplier and given.distributor_id = :distributor))
            """;
    /**
     * A license that another order has is left to that; what only a person can mend is tried all the same, and what is not allowed
     * waits until it is.
     */
    private static final String REQUEST = """
            insert into connection_order_item (order_id, license_id, state, reason, assignment_id)
            select :order, id, case when verdict in ('CHANGES', 'ASKS', 'BLOCKED') then 'REQUESTED'
                    when verdict = 'NOT_ALLOWED' and :waits then 'WAITING' else 'LEFT_OUT' end,
                nullif(verdict, 'CHANGES'), %s
            from (select license.id, %s as verdict %s) row
            """;
    private static final String ASSIGNMENT = """
            (select assigned.id from licenses_assignment assigned where assigned.license_id = row.id and assigned.ended_at is null)""";
    private static final String PUBLISH = """
            with chunk as materialized (
                select item.license_id, there.place
                from connection_order_item item cross join lateral (%s) there
                where item.order_id = :order and item.state = 'DONE' and item.license_id > :after and there.published_at is null
                order by item.license_id limit :limit
            ), happened as (
                update connection set published_at = :now from chunk where connection.ctid = chunk.place
                returning connection.supplier_id, connection.license_id
            ), %s
            select license_id as last, count(*) over () < :limit as is_last from happened order by license_id desc limit 1
            """.formatted(ChunkStatement.CONNECTION.formatted("item.license_id"), ConnectionEvents.WRITTEN.formatted("CONNECTED"));
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderItems(@PlannedAnew JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The grant that lets the order's people do it, locked until the transaction ends, so that it is not withdrawn meanwhile; none
     * if they need none, or there is none now.
     */
    Optional<GrantId> lockGrant(ConnectionOrder order) {
        return !order.isSuppliers() ? Optional.empty() : jdbc.sql(GRANT + " and (ends_at is null or ends_at > clock_timestamp()) for no key update")
                .params(parameters(order)).query(UUID.class).optional().map(GrantId::new);
    }

    /** What an order would do with the licenses that are chosen, those among them that its people see. */
    Map<Verdict, Integer> verdicts(ConnectionOrder order, Selection<LicenseId, LicenseFilter> licenses) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        SelectedLicenses selected = SelectedLicenses.of(licenses, LicenseFilter.NONE);
        jdbc.sql("select verdict, count(*) from (select %s as verdict %s) row group by verdict"
                        .formatted(Verdicts.before(order.kind()), SELECTED.formatted(MoveTo.of(order)) + selected.sql()))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2))).list();
        return counts;
    }

    /** @return how many licenses are in the order, those that are left out too */
    int request(ConnectionOrder order, Selection<LicenseId, LicenseFilter> licenses) {
        SelectedLicenses selected = SelectedLicenses.of(licenses, LicenseFilter.NONE);
        return jdbc.sql(request(order, Verdicts.before(order.kind()), SELECTED.formatted(MoveTo.of(order)) + selected.sql()))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .update();
    }

    /** Requests to take back what another order has done, unless a later one has changed it. */
    int requestUndo(ConnectionOrder order, OrderId done) {
        return requestFrom(order, done, Verdicts.undo(order.kind()), "done.state = 'DONE'");
    }

    /** Requests what another order has left as it was. */
    int requestAgain(ConnectionOrder order, OrderId tried) {
        return requestFrom(order, tried, Verdicts.before(order.kind()), "done.state = 'LEFT_OUT'");
    }

    private int requestFrom(ConnectionOrder order, OrderId other, String verdict, String which) {
        return jdbc.sql(request(order, verdict, """
                from connection_order_item done join licenses_license license on license.id = done.license_id %s
                where done.order_id = :other and\s""".formatted(MoveTo.of(order)) + which))
                .params(parameters(order)).param("granted", isGranted(order)).param("other", other)
                .update();
    }

    private static String request(ConnectionOrder order, String verdict, String from) {
        return REQUEST.formatted(order.kind() == OrderKind.MOVE ? ASSIGNMENT : "null::bigint", verdict, from);
    }

    /**
     * Changes the next of the requested licenses, or refuses them with a reason. Locks them so that none moves meanwhile.
     *
     * @param granted whether there is a grant for it, or the distributor has agreed
     * @param after   the last license of the chunk before
     * @return what became of the chunk, none if there was none any more
     */
    Optional<Chunk> apply(ConnectionOrder order, boolean granted, UUID after) {
        return jdbc.sql(ChunkStatement.of(order.kind(), order.undoes()))
                .params(parameters(order)).param("granted", granted)
                .param("now", clock.instant()).param("after", after).param("limit", CHUNK)
                .query(Chunk.class).optional();
    }

    /**
     * Licenses that were worked off in one transaction.
     *
     * @param last       of them
     * @param underGrant whether any of them was changed under a grant
     * @param done       how many were changed
     * @param leftOut    how many are as they shall be, or were changed by somebody else
     * @param isLast     whether there are no others behind them
     */
    record Chunk(UUID last, boolean underGrant, int done, int leftOut, boolean isLast) {
    }

    /** How the licenses of an order stand. @param open requested or refused */
    record Tally(int done, int open, int waiting) {
    }

    /** As {@link #tally}, after a chunk: the others of its order are not counted for each. Tells open pages too. */
    Tally tally(ConnectionOrder order, Chunk chunk) {
        return jdbc.sql("""
                update connection_order set done = done + :done, left_out = left_out + :leftOut, open = open - :done - :leftOut
                where id = :order returning done, open, waiting,\s"""
                + ChangeFeed.telling(Topic.LICENSES, "array_remove(array[distributor_id, supplier_id], null)"))
                .param("order", order.id()).param("done", chunk.done()).param("leftOut", chunk.leftOut()).query(Tally.class).single();
    }

    /** Keeps on the order how its licenses stand: lists of orders show it. */
    Tally tally(ConnectionOrder order) {
        return jdbc.sql("""
                update connection_order set (done, open, left_out, waiting) = (
                    select count(*) filter (where state = 'DONE'), count(*) filter (where state in ('REQUESTED', 'REFUSED')),
                        count(*) filter (where state = 'LEFT_OUT'), count(*) filter (where state = 'WAITING')
                    from connection_order_item where order_id = :order)
                where id = :order returning done, open, waiting""")
                .param("order", order.id()).query(Tally.class).single();
    }

    /**
     * Makes the next of the order's connections visible to the supplier's system.
     *
     * @param after the last license of the chunk before
     * @return none if there was none any more
     */
    Optional<Published> publish(ConnectionOrder order, UUID after) {
        return jdbc.sql(PUBLISH).params(parameters(order))
                .param("now", clock.instant()).param("after", after).param("limit", CHUNK)
                .query(Published.class).optional();
    }

    /** Connections that were published in one transaction: the last license of them, and whether there are no others behind it. */
    record Published(UUID last, boolean isLast) {
    }

    /** Requests the refused licenses again. */
    void retryRefused(OrderId order) {
        changeRefused(order, "REQUESTED");
    }

    void leaveOutRefused(OrderId order) {
        changeRefused(order, "LEFT_OUT");
    }

    /** What is refused for a passing cause waits until it is gone. */
    void waitForRefused(OrderId order) {
        jdbc.sql("""
                update connection_order_item set state = 'WAITING'
                where order_id = :order and state = 'REFUSED' and reason in ('BLOCKED', 'NOT_ALLOWED')""")
                .param("order", order).update();
    }

    /** What begins to wait is looked at once more: its cause may have gone before it did. */
    void lookAgainAtWaiting(OrderId order) {
        jdbc.sql("""
                insert into connection_cause_gone (license_id)
                select license_id from connection_order_item where order_id = :order and state = 'WAITING' limit 1""")
                .param("order", order).update();
    }

    /** Requests what has waited for a cause that is gone. @return how many licenses */
    int requestWaiting(ConnectionOrder order) {
        return jdbc.sql("""
                update connection_order_item item set state = 'REQUESTED', reason = null
                from (select item.license_id, %s as verdict
                    from connection_order_item item join licenses_license license on license.id = item.license_id %s
                    where item.order_id = :order and item.state = 'WAITING') row
                where item.order_id = :order and item.license_id = row.license_id and row.verdict not in ('BLOCKED', 'NOT_ALLOWED', 'UNDER_WAY')
                """.formatted(Verdicts.before(order.kind()), MoveTo.of(order)))
                .params(parameters(order)).param("granted", isGranted(order)).update();
    }

    /** Nothing of the order waits any more. @return how many licenses did */
    int leaveOutWaiting(OrderId order) {
        return jdbc.sql("update connection_order_item set state = 'LEFT_OUT' where order_id = :order and state = 'WAITING'").param("order", order).update();
    }

    /** What a supplier had asked for is not done. */
    void takeBack(OrderId order) {
        jdbc.sql("update connection_order_item set state = 'LEFT_OUT', reason = 'TAKEN_BACK' where order_id = :order and state = 'REQUESTED'")
                .param("order", order).update();
    }

    private boolean isGranted(ConnectionOrder order) {
        return order.isSuppliers() && jdbc.sql("select exists (" + GRANT + ")").params(parameters(order)).query(Boolean.class).single();
    }

    private void changeRefused(OrderId order, String state) {
        jdbc.sql("update connection_order_item set state = :state where order_id = :order and state = 'REFUSED'")
                .param("order", order).param("state", state).update();
    }

    private static Map<String, @Nullable Object> parameters(ConnectionOrder order) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("order", order.id());
        parameters.put("kind", order.kind());
        parameters.put("supplier", order.supplierId());
        parameters.put("distributor", order.distributorId());
        parameters.put("asSupplier", order.isSuppliers());
        parameters.put("waits", order.waitsForRefused());
        parameters.put("toDevice", order.toDevice());
        parameters.put("toAgent", order.toAgent());
        parameters.put("undoes", order.undone());
        return parameters;
    }
}
