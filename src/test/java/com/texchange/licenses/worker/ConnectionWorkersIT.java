package com.texchange.licenses.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.licenses.ConnectionOrderInfo.State;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.licenses.LicensesConnected;
import com.texchange.licenses.RefusedLicense;
import com.texchange.partners.CompanyInfo;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessWorker;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutProcess
@RecordApplicationEvents
class ConnectionWorkersIT {

    @Autowired
    ConnectLicensesWorker connect;
    @Autowired
    PublishConnectionsWorker publish;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationEvents events;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private List<LicenseId> licenses;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        licenses = business.licenses(distributor, 3);
    }

    @Test
    void connectsAndPublishesOnceHoweverOftenTheJobsRun() {
        OrderId order = place();

        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(published(order)).isZero();
        assertThat(run(publish, order)).isEqualTo(Map.of("connectedCount", 3));
        List<OffsetDateTime> times = publishingTimes(order);
        assertThat(run(publish, order)).isEqualTo(Map.of("connectedCount", 3));
        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 0));

        assertThat(publishingTimes(order)).isEqualTo(times);
        assertThat(published(order)).isEqualTo(3);
        assertThat(orders.get(order).state()).isEqualTo(State.FINISHED);
        assertThat(events.stream(LicensesConnected.class))
                .containsExactly(new LicensesConnected(order, supplier.id(), distributor.id(), 3));
    }

    @Test
    void refusesBlockedAndMovedLicensesAndConnectsTheRest() {
        OrderId order = place();
        block(licenses.get(0), true);
        move(licenses.get(1), business.distributor("ООО «Сосед»"));

        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 2));
        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 2));

        assertThat(orders.get(order).state()).isEqualTo(State.REFUSED);
        assertThat(orders.connectedCount(order)).isEqualTo(1);
        assertThat(orders.refusedCount(order)).isEqualTo(2);
        assertThat(orders.refused(order)).extracting(RefusedLicense::reasonKey)
                .containsExactly("licenses.refusal.blocked", "licenses.refusal.moved");
    }

    @Test
    void triesRefusedLicensesAgain() {
        OrderId order = place();
        block(licenses.get(0), true);
        run(connect, order);
        block(licenses.get(0), false);

        resolve(order, true);
        resolve(order, true);

        assertThat(orders.get(order).state()).isEqualTo(State.PLACED);
        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(orders.connectedCount(order)).isEqualTo(3);
        assertThat(orders.refused(order)).isEmpty();
    }

    @Test
    void leavesRefusedLicensesOutSoThatTheyCanBeOrderedAgain() {
        OrderId order = place();
        block(licenses.get(0), true);
        run(connect, order);

        resolve(order, false);
        run(publish, order);

        assertThat(published(order)).isEqualTo(2);
        assertThat(events.stream(LicensesConnected.class)).extracting(LicensesConnected::count).containsExactly(2);
        block(licenses.get(0), false);
        OrderId again = place();
        assertThat(run(connect, again)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(orders.connectedCount(again)).isEqualTo(1);
    }

    @Test
    void connectsTenThousandLicensesInOneGo() {
        licenses = business.licenses(distributor, ConnectionOrders.MAX_LICENSES);
        OrderId order = place();

        assertThat(run(connect, order)).isEqualTo(Map.of("refusedCount", 0));
        run(publish, order);

        assertThat(published(order)).isEqualTo(ConnectionOrders.MAX_LICENSES);
    }

    private OrderId place() {
        return orders.place(supplier.id(), Set.copyOf(licenses), business.person(distributor, Role.DISTRIBUTOR)).id();
    }

    private void resolve(OrderId order, boolean retry) {
        transaction.executeWithoutResult(status -> orders.resolve(order, retry));
    }

    private static Map<String, Object> run(ProcessWorker worker, OrderId order) {
        return worker.handle(new ProcessJob(1, worker.jobType(), "license-connection", 1, "Task", 1,
                Map.of("orderId", order.toString()), Map.of()));
    }

    private void block(LicenseId license, boolean blocked) {
        jdbc.sql("update license set blocked = :blocked where id = :id")
                .param("blocked", blocked).param("id", license.value()).update();
    }

    private void move(LicenseId license, CompanyInfo other) {
        jdbc.sql("update license set distributor_id = :other where id = :id")
                .param("other", other.id().value()).param("id", license.value()).update();
    }

    private int published(OrderId order) {
        return publishingTimes(order).size();
    }

    private List<OffsetDateTime> publishingTimes(OrderId order) {
        return jdbc.sql("""
                select published_at from connection where order_id = :order and published_at is not null
                order by license_id""")
                .param("order", order.value()).query(OffsetDateTime.class).list();
    }
}
