package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.testing.Requests;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Licenses that are refused for a cause that passes wait, and are done by themselves when it is gone. */
@WithoutProcess
class WaitingLicensesIT extends OrdersOfPartners {

    @Autowired
    WaitingLicenses waiting;
    @Autowired
    LicenseBlocking blocking;

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

        grants.give(supplier.id(), new GrantTerms(Set.of(GrantedAct.CONNECT), null, null), distributorPerson);
        causesGone();
        assertThat(summary(order).isFinished()).as("a grant of something else").isTrue();

        grants.give(supplier.id(), GrantTerms.ALL, distributorPerson);
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

    private OrderId done(OrderKind kind, List<LicenseId> licenses) {
        return carryOut(orders.place(Requests.of(kind, supplier.id(), distributor.id(), Set.copyOf(licenses)), supplierPerson).id());
    }

    private OrderId carryOut(OrderId order) {
        steps.carryOut(order);
        steps.finish(order);
        return order;
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
