package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
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

@WithoutProcess
@RecordApplicationEvents
class ConnectionWorkersIT {

    @Autowired
    EngineJobs jobs;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    RefusedConnections refusals;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;
    private List<LicenseId> licenses;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        licenses = business.licenses(distributor, 3);
    }

    @Test
    void connectsAndPublishesOnceHoweverOftenTheJobsRun() {
        OrderId order = place();

        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(published(order)).isZero();
        assertThat(publish(order)).isEqualTo(Map.of("connectedCount", 3));
        List<OffsetDateTime> times = publishingTimes(order);
        assertThat(publish(order)).isEqualTo(Map.of("connectedCount", 3));
        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 0));

        assertThat(publishingTimes(order)).isEqualTo(times);
        assertThat(published(order)).isEqualTo(3);
        assertThat(orders.get(order).state()).isEqualTo(State.FINISHED);
        assertThat(letters(order)).containsExactly("connected/" + order + "/" + person.id());
        assertThat(events.stream(NothingConnected.class)).isEmpty();
    }

    @Test
    void refusesBlockedAndMovedLicensesAndConnectsTheRest() {
        OrderId order = place();
        block(licenses.get(0), true);
        move(licenses.get(1), business.distributor("ООО «Сосед»"));

        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 2));
        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 2));

        assertThat(orders.get(order).state()).isEqualTo(State.REFUSED);
        assertThat(orders.doneCount(order)).isEqualTo(1);
        assertThat(orders.refusedCount(order)).isEqualTo(2);
        assertThat(orders.refused(order)).extracting(RefusedLicense::reasonKey)
                .containsExactly("connections.verdict.BLOCKED", "connections.verdict.MOVED");
    }

    @Test
    void triesRefusedLicensesAgain() {
        OrderId order = place();
        block(licenses.get(0), true);
        connect(order);
        block(licenses.get(0), false);

        resolve(order, true);

        assertThat(orders.get(order).state()).isEqualTo(State.PLACED);
        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(orders.doneCount(order)).isEqualTo(3);
        assertThat(orders.refused(order)).isEmpty();
    }

    @Test
    void leavesRefusedLicensesOutSoThatTheyCanBeOrderedAgain() {
        OrderId order = place();
        block(licenses.get(0), true);
        connect(order);

        resolve(order, false);
        publish(order);

        assertThat(published(order)).isEqualTo(2);
        block(licenses.get(0), false);
        OrderId again = place();
        assertThat(connect(again)).isEqualTo(Map.of("refusedCount", 0));
        assertThat(orders.doneCount(again)).isEqualTo(1);
    }

    @Test
    void tellsWhereNothingWasConnectedAndWritesNoLetter() {
        OrderId order = place();
        licenses.forEach(license -> block(license, true));
        connect(order);

        assertThat(publish(order)).isEqualTo(Map.of("connectedCount", 0));

        assertThat(orders.get(order).state()).isEqualTo(State.FINISHED);
        assertThat(events.stream(NothingConnected.class)).containsExactly(new NothingConnected(order));
        assertThat(letters(order)).isEmpty();
    }

    @Test
    void withoutAnOrderThereIsNothingToConnect() {
        assertThat(jobs.run("connect-licenses", Map.of())).isEqualTo(Map.of("refusedCount", 0));
        assertThat(jobs.run("publish-connections", Map.of())).isEqualTo(Map.of("connectedCount", 0));
    }

    @Test
    void connectsMoreLicensesThanAChunkHolds() {
        licenses = business.licenses(distributor, OrderItems.CHUNK + 1);
        OrderId order = place();

        assertThat(connect(order)).isEqualTo(Map.of("refusedCount", 0));
        publish(order);

        assertThat(published(order)).isEqualTo(OrderItems.CHUNK + 1);
    }

    private OrderId place() {
        return orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), person), person).id();
    }

    private void resolve(OrderId order, boolean retry) {
        refusals.resolve(jobs.offer(RefusedConnections.TASK, "orderId", order.value(), person), order, retry, person);
    }

    private Map<String, Object> connect(OrderId order) {
        return jobs.run("connect-licenses", Map.of("orderId", order.toString()));
    }

    private Map<String, Object> publish(OrderId order) {
        return jobs.run("publish-connections", Map.of("orderId", order.toString()));
    }

    /** Keys of the letters about the connection, one for each of the companies' people. */
    private List<String> letters(OrderId order) {
        return jdbc.sql("select letter_key from mail_delivery where letter_key like ? order by letter_key")
                .param("connected/" + order + "/%").query(String.class).list();
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
