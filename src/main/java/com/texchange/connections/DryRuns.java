package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.PlannedAnew;
import com.texchange.common.RefusedException;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What orders would do before they are placed, by the same rules about the same licenses; nothing is written. What a new order would do
 * with how many licenses {@link ConnectionOrders#dryRun} tells.
 */
@Service
@Validated
@Transactional(readOnly = true)
public class DryRuns {

    private static final int READ_AT_ONCE = 1_000;
    private static final String COUNTS = "select verdict, count(*) from (%s) row group by verdict";
    private static final String ROWS = """
            select number, user_name as agent, (select name from partners_company where id = :distributor) as distributor, :kind as kind, verdict
            from (%s) row order by number""";
    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final MoveTargets targets;
    private final JdbcClient jdbc;
    private final Clock clock;

    DryRuns(ConnectionOrderRepository orders, OrderItems items, MoveTargets targets, @PlannedAnew JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.targets = targets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Licenses that an order is about. @param rows as of {@link RequestStatement} */
    private record About(ConnectionOrder order, String rows, Map<String, ?> parameters) {
    }

    /**
     * How many licenses have which verdict if a finished order is taken back.
     *
     * @throws RefusedException if it is not finished
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for neither company
     */
    public Map<Verdict, Integer> undo(OrderId id, Actor actor) {
        return counts(undoing(id, actor));
    }

    /** The same if what it has left as it was is tried again. */
    public Map<Verdict, Integer> again(OrderId id, Actor actor) {
        return counts(trying(id, actor));
    }

    /** All licenses of a new order, by number, read as they are taken. */
    public void each(@Valid OrderRequest request, Actor actor, Consumer<DryRunRow> reader) {
        OrderSide side = OrderSide.of(request.supplier(), request.distributor(), actor);
        ConnectionOrder order = ConnectionOrder.place(request, targets.look(request), side, actor.id(), clock.instant());
        SelectedLicenses selected = SelectedLicenses.of(request.licenses(), LicenseFilter.NONE);
        read(new About(order, RequestStatement.selected(order, selected), selected.parameters()), reader);
    }

    /** All licenses that {@link #undo} counts. */
    public void eachOfUndo(OrderId id, Actor actor, Consumer<DryRunRow> reader) {
        read(undoing(id, actor), reader);
    }

    /** All licenses that {@link #again} counts. */
    public void eachOfAgain(OrderId id, Actor actor, Consumer<DryRunRow> reader) {
        read(trying(id, actor), reader);
    }

    private About undoing(OrderId id, Actor actor) {
        ConnectionOrder done = finished(id);
        OrderSide side = OrderSide.of(done.supplierId(), done.distributorId(), actor);
        ConnectionOrder order = ConnectionOrder.undo(done, side, actor.id(), clock.instant());
        return new About(order, RequestStatement.undone(order), Map.of());
    }

    private About trying(OrderId id, Actor actor) {
        ConnectionOrder tried = finished(id);
        OrderSide side = OrderSide.of(tried.supplierId(), tried.distributorId(), actor);
        ConnectionOrder order = ConnectionOrder.again(tried, side, actor.id(), clock.instant());
        return new About(order, RequestStatement.left(order), Map.of("tried", id));
    }

    private ConnectionOrder finished(OrderId id) {
        ConnectionOrder order = orders.findById(id).orElseThrow();
        if (!order.is(ConnectionOrderInfo.State.FINISHED)) {
            throw new RefusedException("connections.notFinished");
        }
        return order;
    }

    private Map<Verdict, Integer> counts(About about) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        asked(COUNTS, about).query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2))).list();
        return counts;
    }

    private void read(About about, Consumer<DryRunRow> reader) {
        try (Stream<DryRunRow> rows = asked(ROWS, about).withFetchSize(READ_AT_ONCE).query(DryRunRow.class).stream()) {
            rows.forEach(reader);
        }
    }

    private JdbcClient.StatementSpec asked(String sql, About about) {
        Map<String, @Nullable Object> parameters = new HashMap<>(OrderItems.parameters(about.order()));
        parameters.put("granted", items.isGranted(about.order()));
        parameters.putAll(about.parameters());
        return jdbc.sql(sql.formatted(about.rows())).params(parameters);
    }
}
