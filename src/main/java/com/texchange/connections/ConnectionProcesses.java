package com.texchange.connections;

import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.partners.OpenNames;
import com.texchange.partners.Partnerships;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import com.texchange.process.ProcessVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that carry out orders for which no other process has waited. */
@Component
class ConnectionProcesses implements ProcessOwner {

    private final ConnectionOrderRepository orders;
    private final ConnectionProperties properties;
    private final Partnerships partnerships;
    private final OpenNames names;
    private final EngineCommands engine;
    private final JdbcClient jdbc;

    ConnectionProcesses(ConnectionOrderRepository orders, ConnectionProperties properties, Partnerships partnerships,
            OpenNames names, EngineCommands engine, JdbcClient jdbc) {
        this.orders = orders;
        this.properties = properties;
        this.partnerships = partnerships;
        this.names = names;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Starts the process of an order that was placed just now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(ConnectionOrder order) {
        order.beginOwnProcess();
        orders.save(order);
        engine.publish(message(order));
    }

    @Override
    public ProcessSubject.Kind kind() {
        return ProcessSubject.Kind.ORDER;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> underWay(UUID after, int limit) {
        return jdbc.sql("""
                select id from connection_order where state <> 'FINISHED' and own_process and id > ? order by id limit ?
                """)
                .params(after, limit).query(UUID.class).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginLost(UUID subject) {
        orders.findWithLockById(new OrderId(subject))
                .filter(order -> order.hasOwnProcess() && !order.is(State.FINISHED))
                .ifPresent(order -> engine.begin(message(order)));
    }

    private ProcessMessage message(ConnectionOrder order) {
        String id = order.id().toString();
        Map<String, Object> variables = new HashMap<>();
        variables.put("orderId", id);
        variables.put("distributorCompanyId", order.distributorId().toString());
        variables.put("connectDue", properties.connectDue().toString());
        variables.put(ProcessVariables.DISTRIBUTOR_CODE, partnerships.find(order.supplierId(), order.distributorId())
                .map(place -> place.code().value()).orElse(null));
        variables.put(ProcessVariables.SUPPLIER_NAME, names.of(order.supplierId()));
        variables.put(ProcessVariables.DISTRIBUTOR_NAME, names.of(order.distributorId()));
        String name = order.kind() == OrderKind.CONNECT ? "license-connection-requested" : "license-disconnection-requested";
        return new ProcessMessage(name, id, id, variables);
    }
}
