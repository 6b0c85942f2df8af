package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.connections.ConnectionOrderInfo.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectionOrderTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private final ConnectionOrder order =
            ConnectionOrder.place(CompanyId.random(), CompanyId.random(), AccountId.random(), NOW);

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
}
