package com.texchange.onboarding;

import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrders;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.tasks.UserTaskOffered;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers tasks that ask what has been decided before: the engine was late, or its processes were begun anew. As every
 * decision does, it locks the onboarding first and changes the task then.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfferedTasks {

    private final OnboardingRepository repository;
    private final ConnectionOrders orders;
    private final ActivityLog activities;
    private final Tasks tasks;

    OfferedTasks(OnboardingRepository repository, ConnectionOrders orders, ActivityLog activities, Tasks tasks) {
        this.repository = repository;
        this.orders = orders;
        this.activities = activities;
        this.tasks = tasks;
    }

    @EventListener
    void offered(UserTaskOffered event) {
        UserTask task = event.task();
        switch (task.elementId()) {
            case OnboardingTasks.ACCEPT -> answerInvitation(task);
            case OnboardingTasks.CONNECT -> chooseLicenses(task);
            default -> {
                // Another module's.
            }
        }
    }

    private void answerInvitation(UserTask task) {
        Onboarding onboarding = locked(task);
        if (onboarding.isDecided()) {
            boolean accepted = onboarding.isAccepted();
            tasks.complete(task.key(), activities.actorOf(onboarding.id(),
                    accepted ? ActivityKind.ACCEPTED : ActivityKind.DECLINED), Map.of("accepted", accepted));
        } else if (onboarding.stage().isEndedEarly()) {
            // The process hears of the end by the message about it, or at the latest by its own timer.
            tasks.withdraw(task.key());
        }
    }

    private void chooseLicenses(UserTask task) {
        OrderId order = locked(task).connectionOrderId();
        if (order != null) {
            tasks.complete(task.key(), orders.get(order).placedBy(), Map.of("orderId", order.toString()));
        }
    }

    private Onboarding locked(UserTask task) {
        return repository.findLockedById(new OnboardingId(task.subjectId())).orElseThrow();
    }
}
