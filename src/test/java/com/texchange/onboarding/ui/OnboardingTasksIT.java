package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.onboarding.Journey;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The distributor's tasks about licenses. */
@IntegrationTest
class OnboardingTasksIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void people() {
        supplier = people.supplier();
        distributor = people.distributor(2);
    }

    @Test
    void theTaskToConnectLicensesLeadsToThem() {
        OnboardingId id = journey.connecting(supplier, distributor);
        openTask("Task_ConnectLicenses", id.value());
        assertThat(words()).contains("Ваших лицензий: 2");

        click("Выбрать лицензии");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("services?supplier=" + supplier.companyId());
    }

    @Test
    void whoLeavesOutAllLicensesIsAskedToChooseAgain() {
        OnboardingId id = journey.connecting(supplier, distributor);
        jdbc.sql("update license set blocked = true where distributor_id = ?")
                .param(distributor.companyAs(Role.DISTRIBUTOR).value()).update();
        OrderId order = orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 2), distributor),
                distributor)
                .id();
        openTask(RefusedConnections.TASK, order.value());
        click("Исключить");

        assertThat(notices()).anyMatch(notice -> notice.contains("Лицензии с отказами исключены"));
        journey.awaitTask("Task_ConnectLicenses", id.value());
    }

    private void openTask(String element, UUID subject) {
        long task = journey.awaitTask(element, subject).key();
        SignedIn.as(distributor, "ru");
        open("tasks/" + task);
    }
}
