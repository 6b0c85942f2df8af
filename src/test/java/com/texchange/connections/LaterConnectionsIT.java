package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.PartnershipInfo;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of companies that are partners already: each goes its whole way without an onboarding. */
@IntegrationTest
class LaterConnectionsIT {

    @Autowired
    ConnectionOrders orders;
    @Autowired
    RefusedConnections refusals;
    @Autowired
    SampleBusiness business;
    @Autowired
    Journey journey;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private PartnershipInfo place;
    private Actor person;
    private Actor supplierPerson;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        place = business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
    }

    @Test
    void connectedLicensesAreToldToBothCompaniesOnce() {
        OrderId order = order(business.licenses(distributor, 2));

        awaitFinished(order);

        for (Actor side : List.of(person, supplierPerson)) {
            Mailbox mailbox = Mailbox.of(side.email().value());
            assertThat(mailbox.await("Лицензии подключены").text()).contains(place.code().value(), ": 2");
            assertThat(mailbox.letters()).hasSize(1);
        }
        assertThat(activities()).isZero();
    }

    @Test
    void refusedLicensesAreTriedAgainOnceTheyAreFree() {
        List<LicenseId> licenses = business.licenses(distributor, 3);
        block(licenses.getFirst(), true);
        OrderId order = order(licenses);
        long task = journey.awaitTask(RefusedConnections.TASK, order.value()).key();

        block(licenses.getFirst(), false);
        refusals.resolve(task, order, true, person);

        awaitFinished(order);
        assertThat(orders.doneCount(order)).isEqualTo(3);
        assertThat(Mailbox.of(person.email().value()).await("Лицензии подключены").text()).contains(": 3");
    }

    @Test
    void anOrderOfWhichAllIsLeftOutEndsWithoutALetter() {
        LicenseId license = business.licenses(distributor, 1).getFirst();
        block(license, true);
        OrderId order = order(List.of(license));

        refusals.resolve(journey.awaitTask(RefusedConnections.TASK, order.value()).key(), order, false, person);

        awaitFinished(order);
        assertThat(orders.doneCount(order)).isZero();
        assertThat(jdbc.sql("select count(*) from mail_delivery where letter_key like ?")
                .param("connected/" + order + "/%").query(Integer.class).single()).isZero();
    }

    private OrderId order(List<LicenseId> licenses) {
        return orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), person), person).id();
    }

    private void awaitFinished(OrderId order) {
        await().atMost(Duration.ofSeconds(30)).until(() -> orders.get(order).state() == State.FINISHED);
    }

    private void block(LicenseId license, boolean blocked) {
        jdbc.sql("update license set blocked = ? where id = ?").params(blocked, license.value()).update();
    }

    private int activities() {
        return jdbc.sql("select count(*) from onboarding where distributor_id = ?").param(distributor.id().value())
                .query(Integer.class).single();
    }
}
