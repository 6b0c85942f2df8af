package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo.State;
import com.texchange.partners.CompanyInfo;
import com.texchange.process.EngineCommands;
import com.texchange.tasks.TaskSubject;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The distributor's task about refused licenses, without an onboarding. */
@WithoutProcess
@RecordApplicationEvents
class RefusedConnectionsIT {

    @Autowired
    ConnectionOrders orders;
    @Autowired
    RefusedConnections refusals;
    @Autowired
    WaitingLicenses waiting;
    @Autowired
    OrderSubjects subjects;
    @Autowired
    SampleBusiness business;
    @Autowired
    EngineJobs jobs;
    @Autowired
    EngineCommands engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
    }

    @Test
    void whoTriesAgainChangesTheOrderAndAnswersTheTaskAtOnce() {
        OrderId order = refused(1);
        long task = offer(order);

        refusals.resolve(task, order, true, person);

        assertThat(orders.get(order).state()).isEqualTo(State.PLACED);
        assertThat(items(order, "REQUESTED")).isEqualTo(1);
        verify(engine).completeTask(task, Map.of("retry", true));
        assertThat(events.stream(NothingConnected.class)).isEmpty();
    }

    @Test
    void whoLeavesOutAllSaysThatNothingIsConnected() {
        OrderId order = refused(2);

        refusals.resolve(offer(order), order, false, person);

        assertThat(items(order, "LEFT_OUT")).isEqualTo(2);
        assertThat(events.stream(NothingConnected.class)).containsExactly(new NothingConnected(order));
    }

    /** Its cause was gone for a moment only. */
    @Test
    void anOrderThatGoesOnInVainSaysOnceMoreThatNothingIsConnected() {
        OrderId order = refused(1);
        refusals.waitFor(offer(order), order, person);
        jobs.carryOut(order, "publish-connections");
        long before = events.stream(NothingConnected.class).count();

        jdbc.sql("update license set blocked = false where distributor_id = ?").param(distributor.id().value()).update();
        jdbc.sql("insert into connection_cause_gone (license_id) select license_id from connection_order_item where order_id = ?")
                .param(order.value()).update();
        assertThat(Stream.generate(waiting::resumeBatch).limit(100).anyMatch(gone -> gone == 0)).isTrue();
        assertThat(items(order, "REQUESTED")).isEqualTo(1);
        jdbc.sql("update license set blocked = true where distributor_id = ?").param(distributor.id().value()).update();
        jobs.carryOut(order, "connect-licenses", "publish-connections");

        assertThat(orders.get(order).state()).isEqualTo(State.FINISHED);
        assertThat(events.stream(NothingConnected.class)).hasSize((int) before + 1).allMatch(new NothingConnected(order)::equals);
    }

    @Test
    void whoComesSecondIsToldSoAndChangesNothing() {
        OrderId order = refused(1);
        long task = offer(order);
        refusals.resolve(task, order, true, person);

        assertThatThrownBy(() -> refusals.resolve(task, order, false, business.person(distributor, Role.DISTRIBUTOR)))
                .isInstanceOf(RefusedException.class).hasMessage("tasks.refused.done");
        assertThat(items(order, "REQUESTED")).isEqualTo(1);
    }

    /** Not even by somebody who has a task of the kind. */
    @Test
    void anotherCompanysRefusedLicensesAreNotDecidedOn() {
        OrderId order = refused(1);
        Actor stranger = business.person(business.distributor("ООО «Сосед»"), Role.DISTRIBUTOR);
        long strangersTask = jobs.offer(RefusedConnections.TASK, "orderId", order.value(), stranger);

        assertThatThrownBy(() -> refusals.resolve(strangersTask, order, false, stranger))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(orders.refused(order)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,REFUSED,,OPEN", "PLACED,LEFT_OUT,false,SUBMITTED", "PLACED,REQUESTED,true,SUBMITTED",
        "FINISHED,DONE,false,SUBMITTED"})
    void peopleAreAskedOnlyWhileRefusedLicensesWait(String state, String item, Boolean retry, String taskState) {
        OrderId order = refused(1);
        jdbc.sql("update connection_order set state = ? where id = ?").params(state, order.value()).update();
        jdbc.sql("update connection_order_item set state = ? where order_id = ?").params(item, order.value()).update();

        long task = offer(order);

        assertThat(jdbc.sql("select state from user_task where task_key = ?").param(task).query(String.class).single())
                .isEqualTo(taskState);
        if (retry == null) {
            verify(engine, never()).completeTask(eq(task), any());
        } else {
            verify(engine).completeTask(task, Map.of("retry", retry));
        }
    }

    @Test
    void theTaskNamesTheSupplierAndIsFoundByBothCompanies() {
        TaskSubject subject = subjects.of(refused(1));

        assertThat(subject.line()).matches(".*" + supplier.name() + ".* · [0-9]{5}");
        assertThat(subject.words()).contains(supplier.name(), distributor.name(), supplier.taxId().value(),
                distributor.taxId().value());
        assertThat(subject.informed()).containsExactly(person.id());
    }

    private OrderId refused(int count) {
        List<LicenseId> licenses = business.licenses(distributor, count);
        jdbc.sql("update license set blocked = true where distributor_id = ?").param(distributor.id().value()).update();
        OrderId order = orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), person), person).id();
        assertThat(jobs.run("connect-licenses", Map.of("orderId", order.toString()))).containsEntry("refusedCount", count);
        return order;
    }

    private long offer(OrderId order) {
        return jobs.offer(RefusedConnections.TASK, "orderId", order.value(), person);
    }

    private int items(OrderId order, String state) {
        return jdbc.sql("select count(*) from connection_order_item where order_id = ? and state = ?")
                .params(order.value(), state).query(Integer.class).single();
    }
}
