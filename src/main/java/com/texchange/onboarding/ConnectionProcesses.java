package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrderInfo;
import com.texchange.licenses.ConnectionStarter;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.Tasks;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries out connection orders: the first answers the onboarding's task, a later one starts a process of its own. */
@Service
@Transactional
class ConnectionProcesses implements ConnectionStarter {

    private final OnboardingRepository repository;
    private final ActivityLog activities;
    private final Tasks tasks;
    private final EngineCommands engine;
    private final OnboardingMessages messages;

    ConnectionProcesses(OnboardingRepository repository, ActivityLog activities, Tasks tasks, EngineCommands engine,
            OnboardingMessages messages) {
        this.repository = repository;
        this.activities = activities;
        this.tasks = tasks;
        this.engine = engine;
        this.messages = messages;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(ConnectionOrderInfo order, Actor actor) {
        Optional<Onboarding> waiting = repository
                .findBySupplierIdAndDistributorIdAndStage(order.supplierId(), order.distributorId(), Stage.CONNECTING)
                .filter(onboarding -> onboarding.connectionOrderId() == null);
        if (waiting.isPresent()) {
            answerTask(waiting.get(), order.id(), actor);
        } else {
            engine.publish(messages.connectionStart(order));
        }
    }

    private void answerTask(Onboarding onboarding, OrderId order, Actor actor) {
        onboarding.order(order);
        repository.save(onboarding);
        activities.record(onboarding, ActivityKind.LICENSES_ORDERED, actor);
        tasks.submitIfOffered(OnboardingTasks.CONNECT, onboarding.id().value(), actor, Map.of("orderId", order.toString()));
    }
}
