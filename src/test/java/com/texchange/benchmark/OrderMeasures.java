package com.texchange.benchmark;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTarget;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.testing.EngineJobs;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders for all licenses of a distributor: the dry run, and each act from its click to its last step, jobs being handed to the
 * workers as the engine would. The floor leaves the same rows, each written once, in one transaction; what the database's own
 * triggers write, both pay for.
 */
@TestComponent
@Order(4)
class OrderMeasures implements Measures {

    /** Ends each floor: what suppliers read, from {@code happened (supplier_id, license_id)}. %s is the kind. */
    private static final String EVENTS = """
            , positioned as (
                insert into connection_position as position (supplier_id, last) select supplier_id, count(*) from happened group by supplier_id
                on conflict (supplier_id) do update set last = position.last + excluded.last returning supplier_id, last
            ), written as (
                insert into connection_event (supplier_id, position, kind, license_id, order_id, happened_at)
                select happened.supplier_id, positioned.last + 1 - row_number() over (partition by happened.supplier_id), '%s',
                    happened.license_id, placed.id, now()
                from placed, happened join positioned on positioned.supplier_id = happened.supplier_id
            )
            insert into connection_order_item (order_id, license_id, state, done_at, assignment_id)
            select placed.id, license_id, 'DONE', now(), assignment_id from changed, placed""";
    private static final String PLACED = "with placed as (select * from connection_order where id = ?), ";

    /** Its steps, and the best SQL that leaves the same. Together they leave the licenses as they were, but for the agent. */
    private enum Act {

        CONNECT(List.of("connect-licenses", "publish-connections"), PLACED + """
                changed as (
                    insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
                    select license.id, placed.supplier_id, placed.id, now(), now()
                    from placed join license on license.distributor_id = placed.distributor_id
                    where not license.blocked and not exists (select from connection there
                        where there.license_id = license.id and there.supplier_id = placed.supplier_id)
                    returning license_id, supplier_id, null::bigint as assignment_id
                ), happened as (select supplier_id, license_id from changed)""" + EVENTS.formatted("CONNECTED")),

        DISCONNECT(List.of("disconnect-licenses", "confirm-disconnection"), PLACED + """
                changed as (
                    delete from connection using placed join license on license.distributor_id = placed.distributor_id
                    where connection.license_id = license.id and connection.supplier_id = placed.supplier_id
                    returning connection.license_id, connection.supplier_id, null::bigint as assignment_id
                ), happened as (select supplier_id, license_id from changed)""" + EVENTS.formatted("DISCONNECTED")),

        MOVE(List.of("move-licenses", "confirm-move"), PLACED + """
                changed as (
                    update license set user_name = placed.to_agent, assigned_by = placed.id
                    from placed, license_assignment assigned
                    where license.distributor_id = placed.distributor_id and assigned.license_id = license.id and assigned.ended_at is null
                        and not license.blocked and license.user_name is distinct from placed.to_agent
                    returning license.id as license_id, assigned.id as assignment_id
                ), happened as (
                    select connection.supplier_id, changed.license_id
                    from changed join connection on connection.license_id = changed.license_id and connection.published_at is not null
                )""" + EVENTS.formatted("MOVED"));

        private final List<String> jobs;
        private final String floor;

        Act(List<String> jobs, String floor) {
            this.jobs = jobs;
            this.floor = floor;
        }

        OrderKind kind() {
            return OrderKind.valueOf(name());
        }
    }

    private static final String PLACE = """
            insert into connection_order (id, version, distributor_id, supplier_id, kind, to_agent, state, acting_id, placed_by, placed_at,
                finished_at)
            values (?, 0, ?, ?, ?, ?, 'FINISHED', ?, ?, now(), now())""";
    private static final String TALLY = "update connection_order set done = ? where id = ?";
    private static final String DONE = """
            select placed.kind, 'items', item.state, count(*), count(item.assignment_id), count(distinct license.user_name)
            from connection_order placed join connection_order_item item on item.order_id = placed.id
                join license on license.id = item.license_id
            where placed.placed_by = ? group by 1, 3
            union all select placed.kind, 'events', event.supplier_id::text, count(*), count(distinct event.position), 0
            from connection_order placed join connection_event event on event.order_id = placed.id where placed.placed_by = ? group by 1, 3
            union all select placed.kind, 'connections', null, count(*), count(published_at), 0
            from connection_order placed join connection on connection.order_id = placed.id where placed.placed_by = ? group by 1
            union all select placed.kind, 'assignments', null, count(*), count(ended_at), 0
            from connection_order placed join license_assignment on act = placed.id where placed.placed_by = ? group by 1
            order by 1, 2, 3""";
    private static final String DRY_RUN = """
            select %s, count(*)
            from license left join connection on connection.license_id = license.id and connection.supplier_id = ?
            where license.distributor_id = ? and not exists (select from connection_order_item item
                join connection_order placed on placed.id = item.order_id
                where item.license_id = license.id and item.state in ('REQUESTED', 'REFUSED') and placed.kind = any(?::text[])
                    and placed.supplier_id is not distinct from ?)
            group by 1 order by 1""";
    private static final Map<Act, String> VERDICTS = new EnumMap<>(Map.of(
            Act.CONNECT, "case when connection.license_id is not null then 'ALREADY' when license.blocked then 'BLOCKED' else 'CHANGES' end",
            Act.DISCONNECT, "case when connection.license_id is null then 'ALREADY' else 'CHANGES' end",
            Act.MOVE, "case when license.blocked then 'BLOCKED' else 'CHANGES' end"));
    /** Of all orders that the person has placed: nothing is left of them. */
    private static final List<String> CLEANING = List.of(
            "delete from connection where order_id in (select id from connection_order where placed_by = :by)",
            "delete from connection_event where order_id in (select id from connection_order where placed_by = :by)",
            "delete from connection_order_item where order_id in (select id from connection_order where placed_by = :by)",
            """
            delete from license_assignment where ended_at is not null
                and license_id in (select id from license where distributor_id = :distributor)""",
            "delete from connection_order where placed_by = :by");

    private final ConnectionOrders orders;
    private final EngineJobs jobs;
    private final Floor floor;
    private final JdbcClient jdbc;
    private int agents;

    OrderMeasures(ConnectionOrders orders, EngineJobs jobs, Floor floor, JdbcClient jdbc) {
        this.orders = orders;
        this.jobs = jobs;
        this.floor = floor;
        this.jdbc = jdbc;
    }

    /** One that nobody was before. */
    private String nextAgent() {
        return "Новый Агент " + ++agents;
    }

    @Override
    public void measure(Cast cast, Sizes sizes, Race race) throws Exception {
        for (Act act : Act.values()) {
            dryRun(act, cast, race);
        }
        for (Act act : Act.values()) {
            carryOut(act, cast);
        }
        List<String> ours = done(cast);
        clean(cast);
        for (Act act : Act.values()) {
            floor(act, cast);
        }
        race.compare("orders", ours, done(cast));
        clean(cast);
        race.run(Stream.of(Act.values()).map(act -> act.name().toLowerCase(Locale.ROOT) + " of %,d".formatted(sizes.order())).toList(),
                "ms", () -> all(this::carryOut, cast), Map.of("", () -> all(this::floor, cast)));
    }

    private void dryRun(Act act, Cast cast, Race race) throws Exception {
        OrderRequest request = request(act, cast.supplier(), cast);
        boolean moves = act == Act.MOVE;
        race.read(act.name().toLowerCase(Locale.ROOT) + ", dry run", () -> orders.dryRun(request, cast.orderer())
                .entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Enum::name))).toList(),
                verdict -> List.of(verdict.getKey(), verdict.getValue()),
                () -> floor.rows(DRY_RUN.formatted(VERDICTS.get(act)), moves ? null : cast.supplier().value(), cast.ordering().id().value(),
                        moves ? "{MOVE}" : "{CONNECT,DISCONNECT}", moves ? null : cast.supplier().value()));
    }

    @FunctionalInterface
    private interface Way {
        void act(Act act, Cast cast) throws Exception;
    }

    /** Disconnects what was connected just now. */
    private double[] all(Way way, Cast cast) throws Exception {
        double[] millis = new double[Act.values().length];
        for (Act act : Act.values()) {
            millis[act.ordinal()] = Contender.millis(() -> way.act(act, cast));
        }
        clean(cast);
        return millis;
    }

    private void carryOut(Act act, Cast cast) {
        OrderId order = orders.place(request(act, cast.newSupplier(), cast), cast.orderer()).id();
        act.jobs.forEach(job -> jobs.run(job, Map.of("orderId", order.toString())));
    }

    private void floor(Act act, Cast cast) throws SQLException {
        UUID order = UUID.randomUUID();
        UUID distributor = cast.ordering().id().value();
        boolean moves = act == Act.MOVE;
        floor.run("begin");
        floor.update(PLACE, order, distributor, moves ? null : cast.newSupplier().value(), act.name(), moves ? nextAgent() : null,
                distributor, cast.orderer().id().value());
        floor.update(TALLY, floor.update(act.floor, order), order);
        floor.run("commit");
    }

    private List<String> done(Cast cast) throws SQLException {
        @Nullable Object[] by = new Object[4];
        Arrays.fill(by, cast.orderer().id().value());
        return floor.rows(DONE, by);
    }

    private void clean(Cast cast) {
        for (String sql : CLEANING) {
            jdbc.sql(sql).params(Map.of("by", cast.orderer().id(), "distributor", cast.ordering().id())).update();
        }
        jdbc.sql("vacuum connection, connection_event, connection_order_item, connection_order, license_assignment, license").update();
    }

    private OrderRequest request(Act act, CompanyId supplier, Cast cast) {
        Selection<LicenseId, LicenseFilter> all = new Selection.Matching<>(LicenseFilter.NONE, Set.of());
        return act == Act.MOVE ? new OrderRequest(act.kind(), null, cast.ordering().id(), all, new MoveTarget(null, nextAgent()), null)
                : new OrderRequest(act.kind(), supplier, cast.ordering().id(), all, null);
    }
}
