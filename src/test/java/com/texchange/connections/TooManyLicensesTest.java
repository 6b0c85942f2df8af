package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.partners.Partnerships;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More licenses than an order may hold are refused before anybody gives a reason for it. */
class TooManyLicensesTest {

    private final OrderItems items = mock(OrderItems.class);
    private final ConnectionOrders orders = new ConnectionOrders(mock(ConnectionOrderRepository.class), items, mock(OrderedLicenses.class),
            mock(MoveTargets.class), mock(Partnerships.class), mock(OrderStart.class), mock(ConnectionLetters.class), Clock.systemUTC());
    private final Actor sales = new Actor(AccountId.random(), "Sales", new EmailAddress("sales@example.com"), Set.of(Role.SALES), null,
            Position.ADMINISTRATOR);
    private final OrderRequest request = new OrderRequest(OrderKind.MOVE, null, CompanyId.random(),
            new Selection.Matching<>(LicenseFilter.NONE, Set.of()), new MoveTarget(null, "Новый"), "Причина");

    @Test
    void theDryRunSaysThatThereAreTooMany() {
        when(items.verdicts(any(), any())).thenReturn(Map.of(Verdict.CHANGES, ConnectionOrders.MAX_LICENSES, Verdict.ALREADY, 1));

        assertThatThrownBy(() -> orders.dryRun(request, sales)).isInstanceOf(RefusedException.class).hasMessage("connections.tooManySelected");
    }

    @Test
    void asManyAsMayBeAreTold() {
        Map<Verdict, Integer> most = Map.of(Verdict.CHANGES, ConnectionOrders.MAX_LICENSES);
        when(items.verdicts(any(), any())).thenReturn(most);

        assertThat(orders.dryRun(request, sales)).isEqualTo(most);
    }
}
