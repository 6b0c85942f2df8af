package com.texchange.onboarding;

import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes of orders that were placed outside an onboarding; an onboarding's order belongs to its process. */
@Component
class LaterConnectionProcesses implements ProcessOwner {

    private static final String UNDER_WAY = """
            from connection_order placed where placed.state <> 'FINISHED'
                and not exists (select from onboarding where onboarding.connection_order_id = placed.id)
            """;

    private final ConnectionOrders orders;
    private final OnboardingMessages messages;
    private final EngineCommands engine;
    private final JdbcClient jdbc;

    LaterConnectionProcesses(ConnectionOrders orders, OnboardingMessages messages, EngineCommands engine,
            JdbcClient jdbc) {
        this.orders = orders;
        this.messages = messages;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public ProcessSubject.Kind kind() {
        return ProcessSubject.Kind.ORDER;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> underWay(UUID after, int limit) {
        return jdbc.sql("select placed.id " + UNDER_WAY + " and placed.id > ? order by placed.id limit ?")
                .params(after, limit).query(UUID.class).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginLost(UUID subject) {
        boolean underWay = jdbc.sql("select exists (select " + UNDER_WAY + " and placed.id = ?)").param(subject)
                .query(Boolean.class).single();
        if (underWay) {
            engine.begin(messages.connectionStart(orders.get(new OrderId(subject))));
        }
    }
}
