package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTaskOffered;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a distributor says to a supplier that wants to move licenses without being allowed to: a task, for this order alone. The
 * supplier may take its question back.
 */
@Service
@Transactional
public class MoveApprovals {

    /** Id of the user task about licenses that a supplier wants to move. */
    public static final String TASK = "Task_ApproveMove";
    /** The process variable that says how it was decided. */
    static final String APPROVED = "approved";

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final ConnectionProcesses processes;
    private final Tasks tasks;
    private final OrderNews news;
    private final Clock clock;

    MoveApprovals(ConnectionOrderRepository orders, OrderItems items, ConnectionProcesses processes, Tasks tasks,
            OrderNews news, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.processes = processes;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Agrees, or does not. What the supplier may move without asking is moved either way.
     *
     * @throws RefusedException      if somebody else was faster, or the supplier has taken it back
     * @throws AccessDeniedException if the order is not about licenses of the person's company
     */
    public void decide(OrderId id, boolean approved, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (!order.distributorId().equals(actor.actingAs(Role.DISTRIBUTOR))) {
            throw new AccessDeniedException("not an order about licenses of this distributor");
        }
        if (!order.is(Approval.ASKED)) {
            tasks.refuseIfDone(TASK, id.value(), actor.companyId());
            throw new RefusedException("connections.move.decided");
        }
        decide(order, approved ? Approval.APPROVED : Approval.DENIED, actor);
        tasks.submitIfOffered(TASK, id.value(), actor, Map.of(APPROVED, approved));
    }

    /**
     * Takes back what the person's company, a supplier, has asked for; nothing of the order is done.
     *
     * @throws RefusedException      if it is decided by now
     * @throws AccessDeniedException if it is not the company's order
     */
    public void takeBack(OrderId id, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (!order.isSuppliers() || !actor.actingAs(Role.SUPPLIER).equals(order.supplierId())) {
            throw new AccessDeniedException("not an order of this supplier");
        }
        if (!order.is(Approval.ASKED)) {
            throw new RefusedException("connections.move.decided");
        }
        items.takeBack(id);
        items.tally(order);
        decide(order, Approval.WITHDRAWN, actor);
        tasks.findOpen(TASK, id.value()).ifPresent(task -> tasks.withdraw(task.key()));
        processes.takenBack(order);
    }

    private void decide(ConnectionOrder order, Approval decision, Actor actor) {
        order.decide(decision, actor.id(), clock.instant());
        orders.save(order);
        news.decided(order, AuditKind.valueOf("MOVE_" + (decision == Approval.WITHDRAWN ? "TAKEN_BACK" : decision.name())), actor);
    }

    /** Answers a task that asks what has been decided before: the engine was late, or its processes were begun anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void offered(UserTaskOffered event) {
        if (!event.task().elementId().equals(TASK)) {
            return;
        }
        ConnectionOrder order = orders.findWithLockById(new OrderId(event.task().subjectId())).orElseThrow();
        if (order.is(Approval.WITHDRAWN)) {
            // The process hears of it by the message about it.
            tasks.withdraw(event.task().key());
        } else if (!order.is(Approval.ASKED)) {
            tasks.complete(event.task().key(), order.decidedBy(), Map.of(APPROVED, order.is(Approval.APPROVED)));
        }
    }
}
