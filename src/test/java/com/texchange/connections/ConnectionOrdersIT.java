package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.partners.CompanyInfo;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WithoutProcess
class ConnectionOrdersIT {

    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    EngineCommands engine;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor actor;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        actor = business.person(distributor, Role.DISTRIBUTOR);
    }

    @Test
    void anOrderOfADistributorStartsItsProcess() {
        Set<LicenseId> licenses = Set.copyOf(business.licenses(distributor, 3));

        ConnectionOrderInfo order = orders.place(Requests.connect(supplier.id(), licenses, actor), actor);

        assertThat(order.state()).isEqualTo(State.PLACED);
        assertThat(order.distributorId()).isEqualTo(distributor.id());
        assertThat(order.placedBy()).isEqualTo(actor.id());
        assertThat(orders.get(order.id()).supplierId()).isEqualTo(supplier.id());
        assertThat(items(order.id(), "REQUESTED")).isEqualTo(3);
        String id = order.id().toString();
        ArgumentCaptor<ProcessMessage> start = ArgumentCaptor.forClass(ProcessMessage.class);
        verify(engine).publish(start.capture());
        assertThat(start.getValue()).extracting(ProcessMessage::name, ProcessMessage::correlationKey, ProcessMessage::messageId)
                .containsExactly("license-connection-requested", id, id);
        assertThat(start.getValue().variables()).containsEntry("orderId", id)
                .containsEntry("distributorCompanyId", distributor.id().toString()).containsEntry("connectDue", "PT336H")
                .containsEntry("supplierName", supplier.name()).containsEntry("distributorName", distributor.name())
                .containsKey("distributorCode").hasSize(6);
    }

    @Test
    void onlyADistributorPlacesOrders() {
        Set<LicenseId> licenses = Set.copyOf(business.licenses(distributor, 1));
        Stream<Actor> others = Stream.of(business.person(supplier, Role.SUPPLIER),
                business.person(distributor, Role.SUPPLIER), business.person(null, Role.SALES),
                business.person(null, Role.DISTRIBUTOR));

        assertThat(others).allSatisfy(other -> assertThatThrownBy(
                () -> orders.place(Requests.connect(supplier.id(), licenses, other),
                        other)).isInstanceOf(AccessDeniedException.class));
        verifyNoInteractions(engine);
    }

    @Test
    void whatCannotBeConnectedIsRefusedWithAReason() {
        List<LicenseId> own = business.licenses(distributor, 1);
        List<LicenseId> foreign = business.licenses(business.distributor("ООО «Сосед»"), 1);
        Set<LicenseId> mixed = Set.of(own.getFirst(), foreign.getFirst());
        CompanyId stranger = business.supplier("ООО «Чужой»").id();

        assertRefused("connections.nothingSelected", supplier.id(), Set.of());
        assertRefused("connections.notPartner", stranger, Set.copyOf(own));
        assertRefused("connections.notOwn", supplier.id(), mixed);
        assertRefused("connections.notOwn", supplier.id(), Set.of(LicenseId.random()));
        assertThatThrownBy(() -> orders.get(OrderId.random())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void licensesConnectedOrUnderWayAreLeftOut() {
        List<LicenseId> licenses = business.licenses(distributor, 3);
        OrderId first = orders.place(Requests.connect(supplier.id(), Set.of(licenses.get(0)), actor), actor).id();
        steps.carryOut(first);
        steps.finish(first);
        OrderId second = orders.place(Requests.connect(supplier.id(), Set.of(licenses.get(1)), actor), actor).id();

        OrderId third = orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), actor), actor).id();

        assertThat(items(second, "REQUESTED")).isEqualTo(1);
        assertThat(items(third, "REQUESTED")).isEqualTo(1);
        assertRefused("connections.nothingTo.CONNECT", supplier.id(), Set.copyOf(licenses));
    }

    @Test
    void twoPeopleWhoOrderTheSameAtOnceMakeOneOrder() throws Exception {
        Set<LicenseId> licenses = Set.copyOf(business.licenses(distributor, 20));
        Callable<Boolean> click = () -> {
            try {
                orders.place(Requests.connect(supplier.id(), licenses, actor), actor);
                return true;
            } catch (RefusedException refusal) {
                return false;
            }
        };
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(Collections.nCopies(6, click))).extracting(Future::resultNow)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void oneLicenseCanServeSeveralSuppliers() {
        CompanyInfo another = business.supplier("ООО «Второй»");
        business.partners(another, distributor);
        Set<LicenseId> licenses = Set.copyOf(business.licenses(distributor, 1));

        for (CompanyInfo recipient : List.of(supplier, another)) {
            OrderId order = orders.place(Requests.connect(recipient.id(), licenses, actor), actor).id();
            assertThat(steps.carryOut(order)).isZero();
            assertThat(orders.doneCount(order)).isEqualTo(1);
        }
    }

    private void assertRefused(String messageKey, CompanyId recipient, Set<LicenseId> licenses) {
        assertThatThrownBy(() -> orders.place(Requests.connect(recipient, licenses, actor), actor))
                .isInstanceOf(RefusedException.class).hasMessage(messageKey);
    }

    private int items(OrderId order, String state) {
        return jdbc.sql("select count(*) from connection_order_item where order_id = :order and state = :state")
                .param("order", order.value()).param("state", state).query(Integer.class).single();
    }
}
