package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many processes are begun some at a time: what stands when it ends amid them. */
class LostProcessesTest {

    private static final int MORE_THAN_TWO_BATCHES = 1100;
    private final Actor manager = new Actor(AccountId.random(), "Manager", new EmailAddress("manager@example.com"), Set.of(Role.PROCESS_MANAGER), null,
            Position.ADMINISTRATOR);
    private final AuditTrail audit = mock();
    private final PlatformTransactionManager transactions = mock();
    private final List<UUID> underWay = Stream.generate(UUID::randomUUID).limit(MORE_THAN_TWO_BATCHES).toList();
    private final List<UUID> begun = new ArrayList<>();
    private int dyingAt = Integer.MAX_VALUE;

    @Test
    void whoOrderedItIsRecordedOnceTogetherWithTheFirstThatAreBegun() {
        assertThat(lost().recreate(manager)).isEqualTo(MORE_THAN_TWO_BATCHES);

        assertThat(begun).containsExactlyElementsOf(underWay);
        verify(audit, times(1)).record(any(Audited.class));
    }

    @Test
    void nothingIsBegunUnrecordedWhereverItStops() {
        dyingAt = 700;

        assertThatThrownBy(() -> lost().recreate(manager)).hasMessage("died");

        InOrder order = inOrder(audit, transactions);
        order.verify(audit).record(any(Audited.class));
        order.verify(transactions).commit(any());
        verify(transactions).rollback(any());
    }

    @Test
    void aSettingThatHasItDoneAtTheStartIsNobodysAct() {
        lost().recreateAtStart(new ProcessesDeployed());

        assertThat(begun).hasSize(MORE_THAN_TWO_BATCHES);
        verify(audit, never()).record(any(Audited.class));
    }

    private LostProcesses lost() {
        CamundaProperties properties = new Binder(new MapConfigurationPropertySource(Map.of(
                "t-exchange.camunda.recreate-lost-instances", "true"))).bindOrCreate("t-exchange.camunda", CamundaProperties.class);
        ProcessOwner owner = mock();
        when(owner.underWay(any(), anyInt())).thenAnswer(call -> {
            int from = underWay.indexOf(call.<UUID>getArgument(0)) + 1;
            return underWay.subList(from, Math.min(underWay.size(), from + call.<Integer>getArgument(1)));
        });
        doAnswer(call -> {
            if (begun.size() == dyingAt) {
                throw new IllegalStateException("died");
            }
            begun.add(call.getArgument(0));
            return null;
        }).when(owner).beginLost(any());
        return new LostProcesses(mock(ProcessDeployment.class), properties, List.of(owner), new TransactionTemplate(transactions), audit);
    }
}
