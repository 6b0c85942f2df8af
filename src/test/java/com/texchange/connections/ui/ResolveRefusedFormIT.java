package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The distributor's task about licenses that were refused. */
@WithoutProcess
class ResolveRefusedFormIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;
    private Actor person;
    private OrderId order;
    private CompanyInfo distributor;
    private long task;

    @BeforeEach
    void oneOfTwoLicensesIsRefused() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        List<LicenseId> licenses = business.licenses(distributor, 2);
        jdbc.sql("update license set blocked = true where id = ?").param(licenses.getFirst().value()).update();
        order = orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), person), person).id();
        jobs.run("connect-licenses", Map.of("orderId", order.toString()));
        task = jobs.offer(RefusedConnections.TASK, "orderId", order.value(), person);
        SignedIn.as(person, "ru");
        open("tasks/" + task);
    }

    @Test
    void theyAreNamedWithTheirReasonAndTriedAgain() {
        assertThat(words()).contains("Подключено: 1.", orders.refused(order).getFirst().number());

        click("Повторить");

        assertThat(notices()).anyMatch(notice -> notice.contains("Повторяем подключение"));
        assertThat(items("REQUESTED")).isEqualTo(1);
        assertThat(words()).contains("Подключено лицензий: 1.", "Повторяем подключение лицензий: 1.", blocked());
    }

    @Test
    void theyAreLeftOut() {
        String blocked = blocked();
        click("Исключить");

        assertThat(notices()).anyMatch(notice -> notice.contains("Лицензии с отказами исключены"));
        assertThat(items("LEFT_OUT")).isEqualTo(1);
        assertThat(words()).contains("Подключено лицензий: 1.", "Исключено лицензий: 1.", blocked);
    }

    @Test
    void theyWaitUntilTheyAreUnblocked() {
        String blocked = blocked();
        click("Подключить, когда разблокируют");

        assertThat(notices()).anyMatch(notice -> notice.contains("Лицензии подключатся, когда их разблокируют"));
        assertThat(items("WAITING")).isEqualTo(1);
        assertThat(words()).contains("Подключено лицензий: 1.", "Подключатся, когда их разблокируют: 1.", blocked)
                .doesNotContain("Повторяем подключение лицензий", "Исключено лицензий");
    }

    @Test
    void howManyThereAreIsToldBesideTheFirstHundred() {
        business.licenses(distributor, 150);
        jdbc.sql("""
                insert into connection_order_item (order_id, license_id, state, reason)
                select :order, id, 'REFUSED', 'BLOCKED' from license
                where distributor_id = :distributor and id not in (select license_id from connection_order_item where order_id = :order)""")
                .param("order", order.value()).param("distributor", distributor.id().value()).update();
        open("");
        open("tasks/" + task);
        assertThat(words()).contains("И ещё лицензий: 51.");

        click("Повторить");

        assertThat(words()).contains("Повторяем подключение лицензий: 151.", "И ещё лицензий: 51.");
    }

    private String blocked() {
        return orders.notConnected(order).getFirst().number() + ": Лицензия заблокирована";
    }

    private int items(String state) {
        return jdbc.sql("select count(*) from connection_order_item where order_id = ? and state = ?")
                .params(order.value(), state).query(Integer.class).single();
    }
}
