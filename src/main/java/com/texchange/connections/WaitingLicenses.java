package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.grants.GrantChanged;
import com.texchange.licenses.LicenseFreed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Licenses of finished orders that wait because they were blocked, or not allowed: they are done by themselves when they are
 * freed, or a grant is given, unless a person has stopped the waiting.
 */
@Service
@Transactional
public class WaitingLicenses {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingLicenses.class);
    /** So many causes are looked at in one go. */
    static final int BATCH = 100;

    private final ConnectionOrderRepository orders;
    private final OrderLocks locks;
    private final OrderItems items;
    private final OrderTaker taker;
    private final ConnectionProcesses processes;
    private final OrderNews news;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WaitingLicenses(ConnectionOrderRepository orders, OrderLocks locks, OrderItems items, OrderTaker taker,
            ConnectionProcesses processes, OrderNews news, JdbcClient jdbc, TransactionOperations transactions) {
        this.orders = orders;
        this.locks = locks;
        this.items = items;
        this.taker = taker;
        this.processes = processes;
        this.news = news;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Nothing of the order waits any more; what waited is left as it is. The distributor whose licenses they are may always do so, and
     * sales; its supplier if it has placed the order.
     *
     * @throws RefusedException if nothing does
     * @throws AccessDeniedException if the person acts for neither company, or for a supplier that has not placed it
     */
    public void stop(OrderId id, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        CompanyId side = OrderSide.of(order.supplierId(), order.distributorId(), actor).company();
        if (side != null && !side.equals(order.distributorId()) && !order.isSuppliers()) {
            throw new AccessDeniedException("not an order of this supplier");
        }
        int stopped = items.leaveOutWaiting(id);
        told(order, stopped, actor);
        if (stopped == 0) {
            throw new RefusedException("connections.nothingWaits");
        }
    }

    /**
     * An order that is taken back does nothing more by itself. What waits in an order of others a supplier stops as far as it could take it
     * back if it were done: the rest is theirs, and waits on.
     *
     * @param undo that takes it back
     * @throws RefusedException if it does something just now
     */
    void takenBack(OrderId id, ConnectionOrder undo, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (!order.is(State.FINISHED)) {
            throw new RefusedException("connections.notFinished");
        }
        boolean own = order.isSuppliers() || !undo.isSuppliers();
        told(order, own ? items.leaveOutWaiting(id) : items.leaveOutWaitingFor(undo, id), actor);
    }

    private void told(ConnectionOrder order, int stopped, Actor actor) {
        if (stopped > 0) {
            items.tally(order);
            news.decided(order, AuditKind.WAITING_STOPPED, actor);
        }
    }

    /**
     * Kept until {@link #resumeBatch} looks at it: orders are not touched in the transaction of something else. Also where nothing waits
     * for it yet: what begins to before this is committed looks in vain.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void freed(LicenseFreed event) {
        jdbc.sql("insert into connection_cause_gone (license_id) values (:license)").param("license", event.license()).update();
    }

    /** As {@link #freed}. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void granted(GrantChanged event) {
        if (event.kind() == GrantChanged.Kind.GIVEN || event.kind() == GrantChanged.Kind.CHANGED) {
            jdbc.sql("insert into connection_cause_gone (supplier_id, distributor_id) values (:supplier, :distributor)")
                    .param("supplier", event.supplierId()).param("distributor", event.distributorId()).update();
        }
    }

    /**
     * Goes on with orders of which something need not wait any longer, each in a transaction of its own. Repeating it, also at the
     * same time, changes nothing. One that can't go on holds up no other, and is tried again a minute later.
     *
     * @return how many causes were looked at
     */
    @Transactional(propagation = Propagation.NEVER)
    int resumeBatch() {
        Long[] gone = jdbc.sql("select id from connection_cause_gone where not_before <= now() order by id limit :limit")
                .param("limit", BATCH).query(Long.class).list().toArray(Long[]::new);
        if (gone.length > 0) {
            List<UUID> failed = jdbc.sql("""
                    select id from connection_order placed where waiting > 0 and exists (select from connection_cause_gone gone
                        where gone.id = any(:gone) and (gone.order_id = placed.id
                            or gone.supplier_id = placed.supplier_id and gone.distributor_id = placed.distributor_id
                            or exists (select from connection_order_item item where item.order_id = placed.id
                                and item.license_id = gone.license_id and item.state = 'WAITING')))
                    order by id""")
                    .param("gone", gone).query(UUID.class).list()
                    .stream().filter(order -> !goesOn(new OrderId(order))).toList();
            transactions.executeWithoutResult(status -> looked(gone, failed));
        }
        return gone.length;
    }

    private boolean goesOn(OrderId order) {
        try {
            transactions.executeWithoutResult(status -> resume(order));
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Order {} could not go on with what waited in it, and is tried again", order, failed);
            return false;
        }
    }

    /** Together: before this a crash leaves the causes, after it the orders that failed. */
    private void looked(Long[] gone, List<UUID> failed) {
        jdbc.sql("delete from connection_cause_gone where id = any(:gone)").param("gone", gone).update();
        jdbc.sql("""
                insert into connection_cause_gone (order_id, not_before)
                select order_id, now() + interval '1 minute' from unnest(:failed::uuid[]) order_id order by 1
                on conflict (order_id) do update set not_before = excluded.not_before""")
                .param("failed", failed.toArray(UUID[]::new)).update();
    }

    private void resume(OrderId id) {
        ConnectionOrder order = locks.lock(id);
        OrderItems.Looked looked = order.is(State.FINISHED) ? items.requestWaiting(order) : new OrderItems.Looked(0, 0);
        if (looked.requested() > 0) {
            // What it does from now on is told apart by the database's time.
            order.resume(jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant());
            ConnectionOrder resumed = orders.save(order);
            items.tally(resumed);
            if (resumed.kind() != OrderKind.CONNECT || !taker.take(resumed.info(), null)) {
                processes.resume(resumed);
            }
            news.changed(resumed);
        } else if (looked.otherwise() > 0) {
            news.changed(order);
        }
    }
}
