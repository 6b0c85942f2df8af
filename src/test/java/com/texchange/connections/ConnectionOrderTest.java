package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.testing.Requests;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionOrderTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private final OrderRequest request =
            Requests.of(OrderKind.CONNECT, CompanyId.random(), CompanyId.random(), Set.of(LicenseId.random()));
    private final ConnectionOrder order = ConnectionOrder.place(request, null,
            new OrderSide(request.distributor()), AccountId.random(), NOW);

    @Test
    void goesFromPlacedOverRefusedBackAndToItsEnd() {
        assertThat(order.is(State.PLACED)).isTrue();
        order.refuse();
        assertThat(order.is(State.REFUSED)).isTrue();
        order.resume();
        assertThat(order.is(State.PLACED)).isTrue();
        order.finish(NOW);
        assertThat(order.info().state()).isEqualTo(State.FINISHED);
    }

    @Test
    void isNotTouchedAfterItsEnd() {
        order.finish(NOW);

        assertThatThrownBy(order::refuse).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(order::resume).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> order.finish(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheDistributorsOwnOrderToConnectAsksAboutRefusedLicenses() {
        OrderSide supplier = new OrderSide(request.supplier());

        assertThat(order.asksAboutRefused()).isTrue();
        assertThat(ConnectionOrder.place(request, null, supplier, AccountId.random(), NOW).asksAboutRefused()).isFalse();
        assertThat(ConnectionOrder.undo(order, new OrderSide(request.distributor()),
                AccountId.random(), NOW)).satisfies(undo -> {
            assertThat(undo.kind()).isEqualTo(OrderKind.DISCONNECT);
            assertThat(undo.undoes()).isTrue();
            assertThat(undo.asksAboutRefused()).isFalse();
        });
    }
}
