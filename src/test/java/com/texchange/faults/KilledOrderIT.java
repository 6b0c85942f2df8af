package com.texchange.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTarget;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.OrderResults;
import com.texchange.connections.OrderSummary;
import com.texchange.local.LocalServers;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.OnlyClicks;
import com.texchange.testing.OwnServers;
import com.texchange.testing.SampleBusiness;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills a process in the middle of operations with a hundred thousand licenses; the next one goes on exactly where it was. */
@OwnServers
@Import({OnlyClicks.class, SampleBusiness.class})
@Tag("faults")
class KilledOrderIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAST_THE_JOB_TIMEOUT = Duration.ofMinutes(3);
    private static final int LICENSES = 100_000;

    @Autowired
    LocalServers servers;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    OrderResults results;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;

    @Test
    void eachLicenseIsChangedOnceHoweverOftenTheProcessDies() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        jdbc.sql("""
                insert into license (id, number, activation_code, distributor_id, owner_id, user_name, created_at)
                select gen_random_uuid(), lpad(n::text, 20, '0'), lpad(n::text, 4, '0') || '-kill-' || n, :distributor, :distributor, 'Агент ' || n, now()
                from generate_series(1, :count) n""").param("distributor", distributor.id().value()).param("count", LICENSES).update();
        jdbc.sql("analyze").update();

        survives(order(OrderKind.CONNECT, null), "connect");
        assertThat(count("connection where published_at is not null")).isEqualTo(LICENSES);

        survives(order(OrderKind.MOVE, new MoveTarget(null, "Преемник")), "move");
        assertThat(count("license where user_name = 'Преемник'")).isEqualTo(LICENSES);
        assertThat(count("license_assignment where ended_at is null and agent = 'Преемник'")).isEqualTo(LICENSES);
        assertThat(count("license_assignment")).as("history").isEqualTo(2 * LICENSES);

        survives(order(OrderKind.DISCONNECT, null), "disconnect");
        assertThat(count("connection")).isZero();

        assertThat(jdbc.sql("select sum(in_service) from connection_tally").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("""
                select kind || ' ' || count(*) || ' ' || count(distinct license_id) || ' ' || min(position) || ' ' || max(position)
                from connection_event group by kind order by min(position)""").query(String.class).list())
                .containsExactly("CONNECTED 100000 100000 1 100000", "MOVED 100000 100000 100001 200000",
                        "DISCONNECTED 100000 100000 200001 300000");
        assertThat(jdbc.sql("select last from connection_position").query(Integer.class).single()).isEqualTo(3 * LICENSES);
    }

    private OrderRequest order(OrderKind kind, @Nullable MoveTarget target) {
        return new OrderRequest(kind, kind == OrderKind.MOVE ? null : supplier.id(), distributor.id(),
                new Selection.Matching<>(LicenseFilter.NONE, Set.of()), target, "Проверка");
    }

    private void survives(OrderRequest request, String name) {
        OrderId order = orders.place(request, person).id();
        try (ChildJvm killed = ChildJvm.launch("order-" + name + "-killed", servers, Map.of())) {
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> summary(order).done() > 0);
            killed.kill();
        }
        assertThat(summary(order).isFinished()).as("finished when it was killed").isFalse();
        assertThat(summary(order).done()).as("licenses done when it was killed").isLessThan(LICENSES);

        servers.camunda().increaseTime(PAST_THE_JOB_TIMEOUT);
        try (ChildJvm successor = ChildJvm.launch("order-" + name + "-successor", servers, Map.of()).awaitReady()) {
            await().atMost(PATIENCE).until(() -> summary(order).isFinished());
            assertThat(successor.isRunning()).isTrue();
        }
        assertThat(summary(order).done()).isEqualTo(LICENSES);
    }

    private OrderSummary summary(OrderId order) {
        return results.find(order, person).orElseThrow();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
