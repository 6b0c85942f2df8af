package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.NothingConnected;
import com.texchange.connections.OrderTaker;
import com.texchange.tasks.Tasks;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The choice of licenses, with which a distributor ends its onboarding: an order is the answer to that task. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LicenseChoice implements OrderTaker {

    private final OnboardingRepository repository;
    private final ActivityLog activities;
    private final Tasks tasks;

    LicenseChoice(OnboardingRepository repository, ActivityLog activities, Tasks tasks) {
        this.repository = repository;
        this.activities = activities;
        this.tasks = tasks;
    }

    @Override
    public boolean take(ConnectionOrderInfo order, @Nullable Actor actor) {
        CompanyId supplier = Objects.requireNonNull(order.supplierId());
        Optional<Onboarding> waiting = repository
                .findBySupplierIdAndDistributorIdAndStage(supplier, order.distributorId(), Stage.CONNECTING)
                .filter(onboarding -> onboarding.connectionOrderId() == null);
        waiting.ifPresent(onboarding -> answerTask(onboarding, order, actor));
        return waiting.isPresent();
    }

    private void answerTask(Onboarding onboarding, ConnectionOrderInfo order, @Nullable Actor actor) {
        onboarding.order(order.id());
        repository.save(onboarding);
        if (actor == null) {
            activities.tell(onboarding);
        } else {
            activities.record(onboarding, ActivityKind.LICENSES_ORDERED, actor);
        }
        Map<String, Object> answer = Map.of("orderId", order.id().toString());
        if (actor != null && order.distributorId().equals(actor.companyId())) {
            tasks.submitIfOffered(OnboardingTasks.CONNECT, onboarding.id().value(), actor, answer);
        } else {
            // Whoever was allowed to connect for the distributor has no task of its own to do; nor is anybody here when an order goes on.
            tasks.completeIfOffered(OnboardingTasks.CONNECT, onboarding.id().value(), order.placedBy(), answer);
        }
    }

    /** The process leads back to the choice. Whoever chooses again need not wait for it. */
    @EventListener
    public void chooseAgain(NothingConnected event) {
        repository.findByConnectionOrderId(event.orderId()).ifPresent(onboarding -> {
            onboarding.orderAgain();
            repository.save(onboarding);
            activities.tell(onboarding);
        });
    }
}
