package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.process.EngineCommands;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** Licenses that are refused for a cause that passes wait, and are done by themselves when it is gone. */
@WithoutProcess
class WaitingLicensesIT extends OrdersOfPartners {

    @Autowired
    WaitingLicenses waiting;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    MoveApprovals approvals;
    @Autowired
    EngineCommands engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionOperations transactions;

    @Test
    void whatIsBlockedIsConnectedOnceItIsFree() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        assertThat(summary(order).waiting()).isEqualTo(1);

        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();

        assertThat(summary(order).isFinished()).isFalse();
        carryOut(order);
        assertThat(summary(order).waiting()).isZero();
        assertThat(summary(order).done()).isEqualTo(2);
    }

    @Test
    void whatIsNotAllowedIsDisconnectedOnceAGrantIsGiven() {
        carryOut(orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(all())), distributorPerson).id());
        OrderId order = done(OrderKind.DISCONNECT, all());
        assertThat(summary(order).waiting()).isEqualTo(2);

        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), null, null), distributorPerson);
        causesGone();
        assertThat(summary(order).isFinished()).as("a grant of something else").isTrue();

        Requests.allow(grants, supplier.id(), GrantTerms.ALL, distributorPerson);
        causesGone();
        carryOut(order);
        assertThat(summary(order).done()).isEqualTo(4);
    }

    @Test
    void whoeverHasOrderedItCanStopTheWaiting() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);

        assertThatThrownBy(() -> waiting.stop(order, business.person(business.supplier("Чужой"), Role.SUPPLIER)))
                .isInstanceOf(AccessDeniedException.class);
        waiting.stop(order, supplierPerson);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();

        assertThat(summary(order).isFinished()).isTrue();
        assertThat(summary(order).leftOut()).isEqualTo(1);
        assertThatThrownBy(() -> waiting.stop(order, supplierPerson)).hasMessage("connections.nothingWaits");
    }

    /** What others have ordered is theirs to stop, whatever the supplier may do with licenses. */
    @Test
    void aSupplierStopsTheWaitingOfItsOwnOrdersOnly() {
        grants.giveAll(supplier.id(), distributorPerson);
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId ofSales = carryOut(orders.place(request(OrderKind.CONNECT, suppliers), sales).id());
        OrderId ofDistributor = waitsForItsDistributor();
        List<OrderId> others = List.of(ofSales, ofDistributor);

        assertThat(others).allSatisfy(order -> {
            assertThat(summary(order).waiting()).isEqualTo(1);
            assertThat(summary(order).bySupplier()).isFalse();
            assertThatThrownBy(() -> waiting.stop(order, supplierPerson)).isInstanceOf(AccessDeniedException.class);
            assertThat(summary(order).waiting()).isEqualTo(1);
        });
        waiting.stop(ofDistributor, sales);
        waiting.stop(ofSales, distributorPerson);

        assertThat(others).allSatisfy(order -> assertThat(summary(order).waiting()).isZero());
    }

    @Test
    void theDistributorStopsWhatWaitsOfItsLicensesWhoeverHasOrderedIt() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        assertThat(summary(order).bySupplier()).isTrue();

        waiting.stop(order, distributorPerson);

        assertThat(summary(order).waiting()).isZero();
    }

    /** It moves itself what it has not let the supplier move, and one of the licenses is blocked. */
    private OrderId waitsForItsDistributor() {
        grants.withdraw(supplier.id(), distributorPerson);
        connectTheirs();
        OrderId asked = orders.place(move(theirs), supplierPerson).id();
        approvals.decide(asked, false, distributorPerson);
        carryOut(asked);
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        return carryOut(orders.again(asked, distributorPerson).id());
    }

    /** Freed between the step that refuses it and the one that closes the order. */
    @Test
    void aCauseThatGoesBeforeTheOrderIsClosedIsNotMissed() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(suppliers)), supplierPerson).id();
        steps.carryOut(order);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        steps.finish(order);
        assertThat(summary(order).waiting()).isEqualTo(1);

        causesGone();
        carryOut(order);
        assertThat(summary(order).done()).isEqualTo(2);
    }

    /** What begins to wait meanwhile is looked at before it is free for all to see. */
    @Test
    void aCauseThatGoesWhileTheOrderIsClosedIsNotMissed() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = orders.place(request(OrderKind.CONNECT, suppliers), supplierPerson).id();
        steps.carryOut(order);
        transactions.executeWithoutResult(status -> {
            blocking.change(suppliers.getFirst(), false, "Проверено", sales);
            CompletableFuture.runAsync(() -> {
                steps.finish(order);
                causesGone();
            }).join();
        });
        assertThat(summary(order).waiting()).isEqualTo(1);

        causesGone();
        carryOut(order);
        assertThat(summary(order).done()).isEqualTo(2);
    }

    /** A crash between the causes and what they lead to repeats it. */
    @Test
    void aSecondLookChangesNothing() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        causesGone();
        carryOut(order);
        carryOut(order);

        assertThat(summary(order).done()).isEqualTo(2);
    }

    /** Two that wait for causes of one batch. */
    @Test
    void anOrderThatCannotGoOnHoldsUpNoOtherAndIsTriedAgain() {
        suppliers.forEach(license -> blocking.change(license, true, "Проверка", sales));
        OrderId fails = done(OrderKind.CONNECT, suppliers.subList(0, 1));
        OrderId other = done(OrderKind.CONNECT, suppliers.subList(1, 2));
        doThrow(new IllegalStateException("no process for it")).when(engine)
                .publish(argThat(message -> message != null && message.correlationKey().equals(fails.toString())));
        suppliers.forEach(license -> blocking.change(license, false, "Проверено", sales));

        causesGone();
        carryOut(other);
        assertThat(summary(other).done()).isEqualTo(1);
        assertThat(summary(fails).waiting()).isEqualTo(1);
        reset(engine);
        causesGone();
        assertThat(summary(fails).waiting()).as("not at once").isEqualTo(1);

        jdbc.sql("update connection_cause_gone set not_before = now() where order_id = ?").param(fails.value()).update();
        causesGone();
        carryOut(fails);
        assertThat(summary(fails).done()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from connection_cause_gone where order_id = ?").param(fails.value()).query(Integer.class).single())
                .isZero();
    }

    /** The instance was killed after it had closed the order and before the engine heard of it, which asks once more minutes later. */
    @Test
    void aLastStepThatRunsAgainLeavesWhatIsToBeDoneByNow() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();

        assertThat(steps.finish(order)).isEqualTo(1);
        assertThat(summary(order).isFinished()).as("it has gone on meanwhile").isFalse();
        carryOut(order);

        assertThat(summary(order).isFinished()).isTrue();
        assertThat(summary(order).done()).isEqualTo(2);
    }

    /** The instance was killed after it had written and before the engine heard of it, which asks once more minutes later. */
    @Test
    void anOnboardingThatIsConfirmedOnceMoreWritesNoLetterAboutWhatWasDoneSince() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        OnboardingId onboarding = OnboardingId.random();
        takenByAnOnboarding(order);
        assertThat(orders.confirm(order, onboarding)).isEqualTo(1);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        carryOut(order);

        assertThat(orders.confirm(order, onboarding)).isEqualTo(2);
        orders.confirm(order, OnboardingId.random());

        List<WrittenLetter> letters = connectedLetters();
        assertThat(letters).as("its own, the onboarding's, of what had waited, of an onboarding that is confirmed late").hasSize(4);
        assertThat(letters.getLast().plain()).contains("Подключено лицензий: 1", number(suppliers.getLast()))
                .doesNotContain(number(suppliers.getFirst()));
    }

    /** It takes the order when it goes on for the first time; what waits on goes on between the step and its repetition. */
    @Test
    void anOnboardingThatTakesAnOrderThatGoesOnWritesOneLetterToo() {
        suppliers.forEach(license -> blocking.change(license, true, "Проверка", sales));
        OrderId order = done(OrderKind.CONNECT, suppliers);
        OnboardingId onboarding = OnboardingId.random();
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        takenByAnOnboarding(order);
        carryOut(order);
        assertThat(orders.confirm(order, onboarding)).isEqualTo(1);
        assertThat(connectedLetters()).hasSize(1);
        blocking.change(suppliers.getLast(), false, "Проверено", sales);
        causesGone();
        carryOut(order);

        assertThat(orders.confirm(order, onboarding)).isEqualTo(2);

        assertThat(connectedLetters()).as("the onboarding's, and the order's own of what had waited on").hasSize(2);
    }

    /** What the order had connected before was told then. */
    @Test
    void anOnboardingWhoseOrderGoesOnInVainWritesOfNoLicense() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);
        assertThat(connectedLetters()).hasSize(1);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        takenByAnOnboarding(order);
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        carryOut(order);
        assertThat(summary(order).waiting()).isEqualTo(1);

        assertThat(orders.confirm(order, OnboardingId.random())).isEqualTo(1);

        assertThat(connectedLetters()).hasSize(1);
    }

    private void takenByAnOnboarding(OrderId order) {
        jdbc.sql("update connection_order set own_process = false where id = ?").param(order.value()).update();
    }

    private List<WrittenLetter> connectedLetters() {
        return WrittenLetter.to(distributorPerson.email().value(), jdbc).stream()
                .filter(letter -> letter.template().equals("connected")).toList();
    }

    private String number(LicenseId license) {
        return jdbc.sql("select number from license where id = ?").param(license.value()).query(String.class).single();
    }

    /** What its distributor would have to be asked for now was not asked for when it was placed: only a grant can help. */
    @Test
    void aMoveThatIsNotAllowedAnyMoreWaitsUntilItIs() {
        connectTheirs();
        grants.giveAll(supplier.id(), distributorPerson);
        OrderId order = orders.place(move(theirs), supplierPerson).id();
        grants.withdraw(supplier.id(), distributorPerson);
        carryOut(order);
        assertThat(summary(order).waiting()).isEqualTo(2);

        causesGone();
        assertThat(summary(order).isFinished()).as("nothing has changed").isTrue();

        grants.giveAll(supplier.id(), distributorPerson);
        causesGone();
        carryOut(order);
        assertThat(summary(order).done()).isEqualTo(2);
    }

    @Test
    void aBlockedMoveThatIsFreedOnceItIsNotAllowedAnyMoreWaitsOn() {
        connectTheirs();
        grants.giveAll(supplier.id(), distributorPerson);
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        OrderId order = carryOut(orders.place(move(theirs), supplierPerson).id());
        grants.withdraw(supplier.id(), distributorPerson);
        blocking.change(theirs.getFirst(), false, "Проверено", sales);
        causesGone();

        assertThat(summary(order).isFinished()).isTrue();
        assertThat(summary(order).waiting()).isEqualTo(1);
        assertThat(results.rows(order, new OrderRowFilter("", OrderRow.State.WAITING), 0, 10, supplierPerson)).extracting(OrderRow::verdict)
                .as("why it waits now").containsExactly(Verdict.NOT_ALLOWED);
    }

    /** The answer of the distributor holds for the order, as long as it may take. */
    @Test
    void aBlockedMoveThatWasAgreedToIsDoneOnceItIsFree() {
        connectTheirs();
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        OrderId order = orders.place(move(theirs), supplierPerson).id();
        approvals.decide(order, true, distributorPerson);
        carryOut(order);
        assertThat(summary(order).waiting()).isEqualTo(1);

        blocking.change(theirs.getFirst(), false, "Проверено", sales);
        causesGone();
        carryOut(order);
        assertThat(summary(order).done()).isEqualTo(2);
    }

    @Test
    void ofTwoOrdersThatWaitForALicenseNoneWaitsForEver() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        List<OrderId> both = List.of(done(OrderKind.CONNECT, suppliers), done(OrderKind.CONNECT, suppliers.subList(0, 1)));
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);

        causesGone();
        both.forEach(this::carryOut);
        causesGone();
        both.forEach(this::carryOut);

        assertThat(both).allSatisfy(order -> assertThat(summary(order).waiting()).isZero());
        assertThat(both.stream().mapToInt(order -> summary(order).done()).sum()).as("each license once").isEqualTo(2);
    }

    /** The other order had it when it was freed. */
    @Test
    void whatAnotherOrderLeavesOutAfterAllIsDoneByTheOneThatWaits() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId waits = done(OrderKind.CONNECT, suppliers);
        OrderId asks = orders.place(request(OrderKind.CONNECT, suppliers.subList(0, 1)), distributorPerson).id();
        steps.carryOut(asks);
        assertThat(orders.refusedCount(asks)).isEqualTo(1);
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        assertThat(summary(waits).waiting()).isEqualTo(1);

        steps.finish(asks);
        causesGone();
        carryOut(waits);

        assertThat(summary(waits).waiting()).isZero();
        assertThat(summary(waits).done()).isEqualTo(2);
    }

    /** What it had connected before was disconnected, and is connected anew by an order that waits for a person. */
    @Test
    void anOrderThatGoesOnPublishesNothingOfAnother() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        OrderId waits = done(OrderKind.CONNECT, suppliers);
        done(OrderKind.DISCONNECT, suppliers.subList(1, 2));
        OrderId asks = orders.place(request(OrderKind.CONNECT, List.of(suppliers.getLast(), theirs.getFirst())), distributorPerson).id();
        steps.carryOut(asks);
        assertThat(orders.refusedCount(asks)).isEqualTo(1);

        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();
        carryOut(waits);
        assertThat(summary(waits).done()).isEqualTo(2);
        assertThat(connectedBy(suppliers.getLast())).as("the other one is not finished").containsExactly(waits.value());

        steps.finish(asks);
        assertThat(connectedBy(suppliers.getLast())).containsExactly(waits.value(), asks.value());
    }

    /** As its supplier's system is told. */
    private List<UUID> connectedBy(LicenseId license) {
        return jdbc.sql("select order_id from connection_event where license_id = ? and kind = 'CONNECTED' order by position")
                .param(license.value()).query(UUID.class).list();
    }

    @Test
    void anOrderThatIsTakenBackWaitsForNothingAnyMore() {
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId order = done(OrderKind.CONNECT, suppliers);

        carryOut(orders.undo(order, supplierPerson).id());
        blocking.change(suppliers.getFirst(), false, "Проверено", sales);
        causesGone();

        assertThat(summary(order).isFinished()).isTrue();
        assertThat(summary(order).waiting()).isZero();
        assertThat(summary(order).leftOut()).isEqualTo(1);
        assertThat(jdbc.sql("select kind from audit_entry where subject_id = ? order by id").param(order.toString()).query(String.class).list())
                .endsWith("WAITING_STOPPED");
    }

    /** It takes back what is its own; the rest is done as the sales department has ordered it, and the order is not taken back as a whole. */
    @Test
    void whatWaitsInAnOrderOfOthersASupplierStopsAsFarAsItMayChangeIt() {
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        blocking.change(suppliers.getFirst(), true, "Проверка", sales);
        OrderId ofSales = carryOut(orders.place(request(OrderKind.CONNECT, all()), sales).id());
        assertThat(summary(ofSales).waiting()).isEqualTo(2);

        carryOut(orders.undo(ofSales, supplierPerson).id());
        assertThat(summary(ofSales).undone()).isTrue();
        assertThat(results.rows(ofSales, new OrderRowFilter("", OrderRow.State.WAITING), 0, 10, sales)).extracting(OrderRow::licenseId)
                .containsExactly(theirs.getFirst());
        blocking.change(theirs.getFirst(), false, "Проверено", sales);
        causesGone();
        carryOut(ofSales);

        assertThat(summary(ofSales).waiting()).isZero();
        assertThat(summary(ofSales).done()).isEqualTo(3);
        assertThat(summary(ofSales).undone()).as("what it has done since").isFalse();
        assertThat(summary(ofSales).undoneBy()).as("it can be taken back").isNull();
    }

    @Test
    void whatWaitsInAnOrderOfOthersASupplierStopsUnderItsGrant() {
        blocking.change(theirs.getFirst(), true, "Проверка", sales);
        OrderId ofSales = carryOut(orders.place(request(OrderKind.CONNECT, all()), sales).id());
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.DISCONNECT), null, null), distributorPerson);

        orders.undo(ofSales, supplierPerson);

        assertThat(summary(ofSales).waiting()).isZero();
    }

    @Test
    void whatIsNotAllowedAtAllYetWaitsAllTheSame() {
        connectTheirs();
        OrderRequest request = request(OrderKind.DISCONNECT, theirs);
        assertThat(orders.dryRun(request, supplierPerson)).isEqualTo(Map.of(Verdict.NOT_ALLOWED, 2));

        OrderId order = carryOut(orders.place(request, supplierPerson).id());
        assertThat(summary(order).waiting()).isEqualTo(2);
        grants.giveAll(supplier.id(), distributorPerson);
        causesGone();
        carryOut(order);

        assertThat(summary(order).done()).isEqualTo(2);
    }

    private void connectTheirs() {
        carryOut(orders.place(request(OrderKind.CONNECT, theirs), distributorPerson).id());
    }

    private OrderRequest move(List<LicenseId> licenses) {
        return new OrderRequest(OrderKind.MOVE, supplier.id(), distributor.id(), new Selection.Chosen<>(Set.copyOf(licenses)),
                new MoveTarget(null, "Новый"), "Причина");
    }

    private OrderRequest request(OrderKind kind, List<LicenseId> licenses) {
        return Requests.of(kind, supplier.id(), distributor.id(), Set.copyOf(licenses));
    }

    private OrderId done(OrderKind kind, List<LicenseId> licenses) {
        return carryOut(orders.place(request(kind, licenses), supplierPerson).id());
    }

    /** Other tests' causes too. */
    private void causesGone() {
        assertThat(Stream.generate(waiting::resumeBatch).limit(100).anyMatch(gone -> gone == 0)).isTrue();
    }

    private OrderSummary summary(OrderId order) {
        return results.find(order, supplierPerson).orElseThrow();
    }

    private List<LicenseId> all() {
        return Stream.of(theirs, suppliers).flatMap(List::stream).toList();
    }
}
