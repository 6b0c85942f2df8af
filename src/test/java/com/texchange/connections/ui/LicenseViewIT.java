package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.MoveTarget;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passport of a license while it is open. */
@WithoutProcess
class LicenseViewIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    ChangeFeed changes;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;

    /** An order would be refused there. */
    @Test
    void whereADistributorIsNotInTheNetworkThatIsSaidAndNoMoveIsOffered() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo partner = business.distributor("ООО «Партнёр»");
        business.partners(supplier, partner);
        LicenseId near = business.licenses(partner, supplier, 1).getFirst();
        LicenseId lent = business.licenses(business.distributor("ООО «Ясень»"), supplier, 1).getFirst();
        SignedIn.as(business.person(supplier, Role.SUPPLIER), "ru");

        open("licenses/" + near);
        assertThat(words()).contains("ООО «Партнёр»").doesNotContain("не в Вашей сети");
        assertThat(hasButton("Перенести")).isTrue();

        open("licenses/" + lent);
        assertThat(words()).contains("ООО «Ясень» (не в Вашей сети)");
        assertThat(hasButton("Перенести")).isFalse();
    }

    /** A move that no supplier has ordered is for none. */
    @Test
    void whatWasDoneIsToldWithTheSupplierWhereThereIsOne() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        Set<LicenseId> license = Set.copyOf(business.licenses(distributor, 1));
        Actor person = business.person(distributor, Role.DISTRIBUTOR);
        jobs.carryOut(orders.place(Requests.connect(supplier.id(), license, person), person).id(), "connect-licenses", "publish-connections");
        OrderId move = orders.place(new OrderRequest(OrderKind.MOVE, null, distributor.id(), new Selection.Chosen<>(license),
                new MoveTarget(null, "Преемник"), "Увольнение"), person).id();
        jobs.carryOut(move, "move-licenses", "confirm-move");
        SignedIn.as(person, "ru");

        open("licenses/" + license.iterator().next());

        assertThat(words()).contains("Подключение лицензий", "ООО «Поставщик» · ", "Перенос лицензий").doesNotContain("null");
    }

    /** Its owner reads nothing of what it does for other suppliers, and so not that it does nothing. */
    @Test
    void theOwnerIsToldNoMoreThanThatItsLicenseDoesNothingForItself() {
        CompanyInfo owner = business.supplier("ООО «Владелец»");
        CompanyInfo other = business.supplier("ООО «Второй»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(owner, distributor);
        business.partners(other, distributor);
        Set<LicenseId> license = Set.copyOf(business.licenses(distributor, owner, 1));
        Actor person = business.person(distributor, Role.DISTRIBUTOR);
        jobs.carryOut(orders.place(Requests.connect(other.id(), license, person), person).id(), "connect-licenses", "publish-connections");
        SignedIn.as(business.person(owner, Role.SUPPLIER), "ru");

        open("licenses/" + license.iterator().next());

        assertThat(words()).contains("К Вам эта лицензия не подключена.", "Для Вас с этой лицензией ещё ничего не делали.",
                        "Здесь эту лицензию никто не блокировал")
                .doesNotContain("ни к одному поставщику", "С этой лицензией ещё ничего", other.name());
    }

    @Test
    void thatABlockingNeedsAReasonIsSeenBeforeItIsTried() {
        LicenseId license = business.licenses(business.distributor("ООО «Дистрибьютор»"), 1).getFirst();
        SignedIn.as(business.person(null, Role.SALES), "ru");
        open("licenses/" + license);

        click("Заблокировать лицензию");

        assertThat(find(TextArea.class).single().isRequiredIndicatorVisible()).isTrue();
    }

    @Test
    void whoMayNoLongerSeeItIsToldSo() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        LicenseId license = business.licenses(distributor, 1).getFirst();
        SignedIn.as(business.person(distributor, Role.DISTRIBUTOR), "ru");
        List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
        doAnswer(call -> {
            listeners.add(call.getArgument(0));
            return (Runnable) () -> { };
        }).when(changes).subscribe(any());
        open("licenses/" + license);
        assertThat(words()).doesNotContain("Не найдено");

        jdbc.sql("update license set distributor_id = ?, owner_id = ? where id = ?")
                .params(business.distributor("ООО «Другой»").id().value(), business.supplier("ООО «Третий»").id().value(), license.value())
                .update();
        listeners.forEach(listener -> listener.accept(new Change(Change.Topic.LICENSES, distributor.id().toString())));

        await().pollInSameThread().untilAsserted(() -> {
            VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
            assertThat(words()).contains("Не найдено", "По этой ссылке ничего нет");
        });
    }
}
