package com.texchange.connections;

import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTaskOffered;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a distributor decides about licenses that could not be connected: try them again, or leave them out. */
@Service
@Transactional
public class RefusedConnections {

    /** Id of the user task about licenses that could not be connected. */
    public static final String TASK = "Task_ResolveRefused";

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final OrderedLicenses ordered;
    private final Tasks tasks;
    private final OrderNews news;
    private final ApplicationEventPublisher events;

    RefusedConnections(ConnectionOrderRepository orders, OrderItems items, OrderedLicenses ordered, Tasks tasks, OrderNews news,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.items = items;
        this.ordered = ordered;
        this.tasks = tasks;
        this.news = news;
        this.events = events;
    }

    /**
     * A person's decision on refused licenses. Changes nothing of an order that waits for none.
     *
     * @param retry try them again, or leave them out
     * @throws AccessDeniedException if the order is not one of the person's company
     * @throws com.texchange.common.RefusedException if somebody else has claimed or done the task
     */
    public void resolve(long taskKey, OrderId id, boolean retry, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (!order.distributorId().equals(actor.actingAs(Role.DISTRIBUTOR))) {
            throw new AccessDeniedException("not an order of this distributor");
        }
        if (!retry && ordered.count(id, "DONE") == 0) {
            events.publishEvent(new NothingConnected(id));
        }
        tasks.submit(taskKey, actor, Map.of("retry", retry));
        decide(order, retry, actor);
    }

    /**
     * The refused licenses are connected once they are freed; the order is closed without them until then. As {@link #resolve}.
     */
    public void waitFor(long taskKey, OrderId id, Actor actor) {
        ConnectionOrder order = orders.findWithLockById(id).orElseThrow();
        if (order.is(State.REFUSED) && order.distributorId().equals(actor.companyAs(Role.DISTRIBUTOR))) {
            items.waitForRefused(id);
        }
        resolve(taskKey, id, false, actor);
    }

    private void decide(ConnectionOrder order, boolean retry, Actor actor) {
        if (!order.is(State.REFUSED)) {
            return;
        }
        if (retry) {
            items.retryRefused(order.id());
        } else {
            items.leaveOutRefused(order.id());
        }
        order.resume();
        orders.save(order);
        items.tally(order);
        news.decided(order, retry ? AuditKind.REFUSED_RETRIED : AuditKind.REFUSED_LEFT_OUT, actor);
    }

    /** Answers a task that asks what has been decided before: the engine was late, or its processes were begun anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void offered(UserTaskOffered event) {
        if (event.task().elementId().equals(TASK)) {
            ConnectionOrder order = orders.findWithLockById(new OrderId(event.task().subjectId())).orElseThrow();
            if (!order.is(State.REFUSED)) {
                boolean retry = order.is(State.PLACED) && ordered.count(order.id(), "REQUESTED") > 0;
                tasks.complete(event.task().key(), null, Map.of("retry", retry));
            }
        }
    }
}
