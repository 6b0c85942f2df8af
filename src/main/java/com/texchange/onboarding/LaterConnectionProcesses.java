package com.texchange.onboarding;

import com.texchange.licenses.ConnectionOrder;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessOwner;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes of orders that were placed outside an onboarding; an onboarding's order belongs to its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LaterConnectionProcesses implements ProcessOwner {

    private final ConnectionOrders orders;
    private final OnboardingRepository repository;
    private final OnboardingMessages messages;
    private final EngineCommands engine;

    LaterConnectionProcesses(ConnectionOrders orders, OnboardingRepository repository, OnboardingMessages messages,
            EngineCommands engine) {
        this.orders = orders;
        this.repository = repository;
        this.messages = messages;
        this.engine = engine;
    }

    @Override
    public Batch beginLost(UUID after, int limit) {
        List<ConnectionOrder> unfinished = orders.unfinished(after, limit);
        List<ConnectionOrder> later = unfinished.stream()
                .filter(order -> !repository.existsByConnectionOrderId(order.id())).toList();
        later.forEach(order -> engine.begin(messages.connectionStart(order)));
        return new Batch(unfinished.size(), later.size(), unfinished.isEmpty() ? after : unfinished.getLast().id().value());
    }
}
