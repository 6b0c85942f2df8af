package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.partners.OpenNames;
import com.texchange.partners.Partnerships;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import com.texchange.process.ProcessVariables;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that carry out orders for which no other process has waited. */
@Component
class ConnectionProcesses implements ProcessOwner {

    private static final String TAKEN_BACK = "license-move-taken-back";
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final ConnectionOrderRepository orders;
    private final ConnectionProperties properties;
    private final Partnerships partnerships;
    private final OpenNames names;
    private final EngineCommands engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionProcesses(ConnectionOrderRepository orders, ConnectionProperties properties, Partnerships partnerships,
            OpenNames names, EngineCommands engine, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.properties = properties;
        this.partnerships = partnerships;
        this.names = names;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts the process of an order that was placed just now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(ConnectionOrder order) {
        order.beginOwnProcess();
        ConnectionOrder started = orders.save(order);
        engine.publish(message(started));
    }

    /** Starts a process for what an order had to wait for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(ConnectionOrder order) {
        order.beginOwnProcess();
        ConnectionOrder resumed = orders.save(order);
        ProcessMessage message = message(resumed);
        // Under an id of its own: the engine may still remember that of the first process.
        engine.publish(new ProcessMessage(message.name(), message.correlationKey(), resumed.id() + "/" + resumed.resumedAt(), message.variables()));
    }

    /** The supplier does not wait for the distributor's answer any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takenBack(ConnectionOrder order) {
        String id = order.id().toString();
        engine.publish(new ProcessMessage(TAKEN_BACK, id, id + "/taken-back", Map.of()));
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
                .ifPresent(order -> {
                    engine.begin(message(order));
                    tellAgain(order);
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Set<String>> told(Collection<UUID> subjects) {
        return jdbc.sql("""
                select id from connection_order
                where id = any(:subjects) and approval = 'WITHDRAWN' and state <> 'FINISHED' and decided_at < :before""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("before", clock.instant().minus(ON_ITS_WAY))
                .query(UUID.class).stream().collect(Collectors.toMap(id -> id, id -> Set.of(TAKEN_BACK)));
    }

    @Override
    @Transactional
    public void tellAgain(UUID subject) {
        orders.findById(new OrderId(subject)).ifPresent(this::tellAgain);
    }

    /** Under another id: the engine gives a message to one instance of a process and to no second. */
    private void tellAgain(ConnectionOrder order) {
        if (order.is(Approval.WITHDRAWN) && !order.is(State.FINISHED)) {
            String id = order.id().toString();
            engine.publish(new ProcessMessage(TAKEN_BACK, id, id + "/taken-back/" + UUID.randomUUID(), Map.of()));
        }
    }

    private ProcessMessage message(ConnectionOrder order) {
        String id = order.id().toString();
        Map<String, Object> variables = new HashMap<>();
        variables.put("orderId", id);
        variables.put("distributorCompanyId", order.distributorId().toString());
        variables.put("connectDue", properties.connectDue().toString());
        if (order.kind() == OrderKind.MOVE) {
            variables.put("approvalNeeded", order.is(Approval.ASKED));
        }
        CompanyId supplier = order.supplierId();
        variables.put(ProcessVariables.DISTRIBUTOR_CODE, supplier == null ? null : partnerships.find(supplier, order.distributorId())
                .map(place -> place.code().value()).orElse(null));
        variables.put(ProcessVariables.SUPPLIER_NAME, supplier == null ? null : names.of(supplier));
        variables.put(ProcessVariables.DISTRIBUTOR_NAME, names.of(order.distributorId()));
        return new ProcessMessage(switch (order.kind()) {
            case CONNECT -> "license-connection-requested";
            case DISCONNECT -> "license-disconnection-requested";
            case MOVE -> "license-move-requested";
        }, id, id, variables);
    }
}
