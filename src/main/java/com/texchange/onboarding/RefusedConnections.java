package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.tasks.Tasks;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a distributor decides about licenses that could not be connected. */
@Service
@Transactional
public class RefusedConnections {

    /** Id of the user task about licenses that could not be connected. */
    public static final String TASK = "Task_ResolveRefused";

    private final OnboardingRepository repository;
    private final ConnectionOrders orders;
    private final Tasks tasks;

    RefusedConnections(OnboardingRepository repository, ConnectionOrders orders, Tasks tasks) {
        this.repository = repository;
        this.orders = orders;
        this.tasks = tasks;
    }

    /**
     * A person's decision on refused licenses. Where nothing of an onboarding's order could be connected and the licenses
     * are left out, its process leads back to the choice of licenses.
     *
     * @param retry try them again, or leave them out
     * @throws AccessDeniedException if the order is not one of the person's company
     */
    public void resolve(long taskKey, OrderId order, boolean retry, Actor actor) {
        orders.lock(order);
        if (!orders.get(order).distributorId().equals(actor.companyAs(Role.DISTRIBUTOR))) {
            throw new AccessDeniedException("not an order of this distributor");
        }
        if (!retry && orders.connectedCount(order) == 0) {
            repository.findByConnectionOrderId(order).ifPresent(onboarding -> {
                onboarding.orderAgain();
                repository.save(onboarding);
            });
        }
        tasks.submit(taskKey, actor, Map.of("retry", retry));
        orders.resolve(order, retry);
    }
}
