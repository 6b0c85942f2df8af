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
        jdbc.sql("select verdict, count(*) from (%s) row group by verdict".formatted(RequestStatement.selected(order, selected)))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2))).list();
        return counts;
    }

    /** @return how many licenses are in the order, those that are left out too */
    int request(ConnectionOrder order, Selection<LicenseId, LicenseFilter> licenses) {
        SelectedLicenses selected = SelectedLicenses.of(licenses, LicenseFilter.NONE);
        return jdbc.sql(RequestStatement.of(order, RequestStatement.selected(order, selected)))
                .params(parameters(order)).param("granted", isGranted(order)).params(selected.parameters())
                .update();
    }

    /** Requests to take back what another order has done, unless a later one has changed it. */
    int requestUndo(ConnectionOrder order) {
        return requestFrom(order, RequestStatement.undone(order), null);
    }

    /** Requests what another order has left as it was; of one that takes back a third, unless a later one has changed it. */
    int requestAgain(ConnectionOrder order, OrderId tried) {
        return requestFrom(order, RequestStatement.left(order), tried);
    }

    private int requestFrom(ConnectionOrder order, String rows, @Nullable OrderId tried) {
        return jdbc.sql(RequestStatement.of(order, rows))
                .params(parameters(order)).param("granted", isGranted(order)).param("tried", tried)
                .update();
    }

    /**
     * Changes the next of the requested licenses, or refuses them with a reason. Locks them so that none moves meanwhile.
     *
     * @param grant under which it is done; null if there is none
     * @param after the last license of the chunk before
     * @return what became of the chunk, none if there was none any more
     */
    Optional<Chunk> apply(ConnectionOrder order, @Nullable GrantId grant, UUID after) {
        return jdbc.sql(ChunkStatement.of(order.kind(), order.undoes()))
                .params(parameters(order)).param("granted", grant != null || order.is(Approval.APPROVED)).param("grant", grant)
                .param("now", clock.instant()).param("after", after).param("limit", CHUNK)
                .query(Chunk.class).optional();
    }

    /**
     * Licenses that were worked off in one transaction.
     *
     * @param last       of them
     * @param underGrant how many of them were changed under a grant
     * @param done       how many were changed
     * @param leftOut    how many are as they shall be, or were changed by somebody else
     * @param isLast     whether there are no others behind them
     */
    record Chunk(UUID last, int underGrant, int done, int leftOut, boolean isLast) {
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
        return jdbc.sql(ChunkStatement.PUBLISH).params(parameters(order))
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

    /**
     * Of what the order ends with: what begins to wait is looked at once more, as its cause may have gone before it did, and so is
     * what has waited in others, as this one may have had it when their cause went. A license of each order is enough.
     */
    void lookAgainAtWaiting(ConnectionOrder order) {
        jdbc.sql("""
                insert into connection_cause_gone (license_id)
                select shared.license_id from connection_order placed cross join lateral (
                    select waits.license_id from connection_order_item waits
                        join connection_order_item own on own.order_id = :order and own.license_id = waits.license_id
                    where waits.order_id = placed.id and waits.state = 'WAITING' limit 1) shared
                where placed.distributor_id = :distributor and placed.waiting > 0""")
                .params(parameters(order)).update();
    }

    /**
     * Requests what has waited for a cause that is gone; what waits on for another one says so. Nobody is asked by an order that has
     * asked before: what its distributor would have to agree to waits for a grant.
     *
     */
    Looked requestWaiting(ConnectionOrder order) {
        return jdbc.sql("""
                with looked as (
                    update connection_order_item item set state = case when row.cause is null then 'REQUESTED' else 'WAITING' end, reason = row.cause
                    from (select license_id, verdict, case verdict when 'ASKS' then 'NOT_ALLOWED' when 'BLOCKED' then verdict
                                when 'NOT_ALLOWED' then verdict end as cause
                        from (select item.license_id, %s as verdict
                            from connection_order_item item join licenses_license license on license.id = item.license_id %s
                            where item.order_id = :order and item.state = 'WAITING') looked_at) row
                    where item.order_id = :order and item.license_id = row.license_id
                        and row.verdict <> 'UNDER_WAY' and item.reason is distinct from row.cause
                    returning item.state)
                select count(*) filter (where state = 'REQUESTED') as requested, count(*) filter (where state = 'WAITING') as otherwise from looked
                """.formatted(Verdicts.before(order.kind()), MoveTo.of(order)))
                .params(parameters(order)).param("granted", order.is(Approval.APPROVED) || isGranted(order)).query(Looked.class).single();
    }

    /**
     * What has become of licenses that waited.
     *
     * @param requested how many wait no more
     * @param otherwise how many wait for another cause now
     */
    record Looked(int requested, int otherwise) {
    }

    /** Nothing of the order waits any more. @return how many licenses did */
    int leaveOutWaiting(OrderId order) {
        return jdbc.sql("update connection_order_item set state = 'LEFT_OUT' where order_id = :order and state = 'WAITING'").param("order", order).update();
    }

    /** As {@link #leaveOutWaiting}, of what a supplier's people may change by another order, which takes that one back. */
    int leaveOutWaitingFor(ConnectionOrder undo, OrderId order) {
        return jdbc.sql("""
                update connection_order_item item set state = 'LEFT_OUT' from licenses_license license
                where item.order_id = :undone and item.state = 'WAITING' and license.id = item.license_id
                    and (license.owner_id = :supplier or :granted)""")
                .params(parameters(undo)).param("granted", isGranted(undo)).param("undone", order).update();
    }

    /** What a supplier had asked for is not done. */
    void takeBack(OrderId order) {
        jdbc.sql("update connection_order_item set state = 'LEFT_OUT', reason = 'TAKEN_BACK' where order_id = :order and state = 'REQUESTED'")
                .param("order", order).update();
    }

    boolean isGranted(ConnectionOrder order) {
        return order.isSuppliers() && jdbc.sql("select exists (" + GRANT + ")").params(parameters(order)).query(Boolean.class).single();
    }

    private void changeRefused(OrderId order, String state) {
        jdbc.sql("update connection_order_item set state = :state where order_id = :order and state = 'REFUSED'")
                .param("order", order).param("state", state).update();
    }

    static Map<String, @Nullable Object> parameters(ConnectionOrder order) {
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
