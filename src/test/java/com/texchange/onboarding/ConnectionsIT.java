package com.texchange.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.grants.Grants;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.overview.OnboardingQueries;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licenses that are refused on the way, and those that are connected after it. */
@IntegrationTest
class ConnectionsIT {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    RefusedConnections refusals;
    @Autowired
    Grants grants;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    OnboardingQueries queries;
    @Autowired
    Activities activities;
    @Autowired
    Scheduler scheduler;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void company() {
        supplier = people.supplier();
        distributor = people.distributor(3);
    }

    @Test
    void aRefusedLicenseIsTriedAgainOnceItIsFree() {
        OnboardingId id = journey.connecting(supplier, distributor);
        Set<LicenseId> blocked = journey.licensesOf(distributor, 1);
        block(blocked, true);
        OrderId order = place(3);
        UserTask task = journey.awaitTask(RefusedConnections.TASK, order.value());
        assertThat(orders.refused(order)).hasSize(1);

        block(blocked, false);
        refusals.resolve(task.key(), order, true, distributor);

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(orders.doneCount(order)).isEqualTo(3);
        assertThat(Mailbox.of(distributor.email().value()).await("Лицензии подключены").text()).contains("3");
    }

    @Test
    void aRefusedLicenseIsLeftOutAndTheRestIsConnected() {
        OnboardingId id = journey.connecting(supplier, distributor);
        block(journey.licensesOf(distributor, 1), true);
        OrderId order = place(3);
        UserTask task = journey.awaitTask(RefusedConnections.TASK, order.value());

        refusals.resolve(task.key(), order, false, distributor);

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("2"));
    }

    @Test
    void whoLeavesOutAllLicensesChoosesAgain() {
        OnboardingId id = journey.connecting(supplier, distributor);
        block(journey.licensesOf(distributor, 3), true);
        UserTask first = journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        UserTask task = journey.awaitTask(RefusedConnections.TASK, place(3).value());
        refusals.resolve(task.key(), new OrderId(task.subjectId()), false, distributor);

        UserTask second = journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);
        block(journey.licensesOf(distributor, 3), false);
        place(2);

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("2"));
    }

    /** The engine has not even heard that the first order came to nothing. */
    @Test
    void whoChoosesAgainNeedNotWaitForTheTask() {
        OnboardingId id = journey.connecting(supplier, distributor);
        block(journey.licensesOf(distributor, 3), true);
        UserTask task = journey.awaitTask(RefusedConnections.TASK, place(3).value());
        block(journey.licensesOf(distributor, 3), false);
        scheduler.pause();
        try {
            refusals.resolve(task.key(), new OrderId(task.subjectId()), false, distributor);
            place(2);
        } finally {
            scheduler.resume();
        }

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("2"));
    }

    /** Else the choice would wait for ever: nothing is left that the distributor could connect. */
    @Test
    void whatHadToWaitAnswersTheChoiceOnceItIsFree() {
        OnboardingId id = journey.connecting(supplier, distributor);
        LicenseId license = journey.licensesOf(distributor, 1).iterator().next();
        block(Set.of(license), true);
        OrderId order = place(1);
        refusals.waitFor(journey.awaitTask(RefusedConnections.TASK, order.value()).key(), order, distributor);
        journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTING);

        blocking.change(license, false, "Проверено", people.sales());

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(orders.doneCount(order)).isEqualTo(1);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("1"));
        assertThat(Mailbox.of(distributor.email().value()).await("Лицензии подключены").text()).contains(": 1");
    }

    @Test
    void licensesConnectedLaterAreToldToBothCompanies() {
        OnboardingId id = journey.connected(supplier, distributor, 1);
        Mailbox.of(distributor.email().value()).await("Лицензии подключены");

        place(3);

        for (Actor side : Set.of(supplier, distributor)) {
            assertThat(Mailbox.of(side.email().value()).awaitNth("Лицензии подключены", 2).text())
                    .contains(queries.details(id, supplier).orElseThrow().row().code().value()).contains(": 2");
        }
        assertThat(journey.stage(id)).isEqualTo(Stage.CONNECTED);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("1"));
    }

    /** Else the choice would wait for ever: nothing is left that the distributor could connect. */
    @Test
    void aSupplierThatMayConnectAnswersTheChoiceOfLicensesItself() {
        OnboardingId id = journey.connecting(supplier, distributor);
        journey.awaitTask(OnboardingTasks.CONNECT, id.value());
        grants.giveAll(supplier.companyAs(Role.SUPPLIER), distributor);

        OrderId order = orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 3),
                distributor), supplier).id();

        journey.awaitStage(id, Stage.CONNECTED);
        assertThat(orders.doneCount(order)).isEqualTo(3);
        assertThat(connectedEntries(id)).singleElement().extracting(Activity::arguments).isEqualTo(List.of("3"));
        // Of another company the letter names the company, not its person.
        assertThat(Mailbox.of(distributor.email().value()).await("Лицензии подключены").text())
                .containsPattern("Кто подключил: .*Поставщик").doesNotContain(supplier.name());
    }

    private List<Activity> connectedEntries(OnboardingId id) {
        return activities.of(id).stream()
                .filter(activity -> activity.kind() == ActivityKind.CONNECTED).toList();
    }

    private OrderId place(int licenses) {
        return orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, licenses), distributor),
                distributor)
                .id();
    }

    private void block(Set<LicenseId> licenses, boolean blocked) {
        licenses.forEach(license -> jdbc.sql("update license set blocked = ? where id = ?")
                .params(blocked, license.value()).update());
    }
}
