package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever waits for an order's companies does not hold its row, which an order that undoes it needs while it holds the companies. */
@WithoutProcess
class OrderLocksIT {

    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionOrderRepository repository;
    @Autowired
    OrderLocks locks;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    WaitingLicenses waiting;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    SampleBusiness business;
    @Autowired
    TransactionOperations transactions;
    @Autowired
    JdbcClient jdbc;
    private OrderId done;

    /** Steps that can run again, or later, for an order that is finished. */
    private enum Step {
        CARRY_OUT, FINISH, RESUME;

        void run(OrderLocksIT test) {
            switch (this) {
                case CARRY_OUT -> test.steps.carryOut(test.done);
                case FINISH -> test.steps.finish(test.done);
                case RESUME -> Stream.generate(test.waiting::resumeBatch).limit(100).anyMatch(gone -> gone == 0);
            }
        }
    }

    /** One of its licenses waited until it was freed. */
    @BeforeEach
    void finishedOrder() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        Actor sales = business.person(null, Role.SALES);
        List<LicenseId> licenses = business.licenses(distributor, supplier, 2);
        blocking.change(licenses.getFirst(), true, "Проверка", sales);
        done = orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(licenses)),
                business.person(supplier, Role.SUPPLIER)).id();
        steps.carryOut(done);
        steps.finish(done);
        blocking.change(licenses.getFirst(), false, "Проверено", sales);
    }

    @ParameterizedTest
    @EnumSource
    void aStepThatWaitsForTheCompaniesDoesNotHoldTheOrder(Step step) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> waits = transactions.execute(status -> {
                locks.lockCompanies(repository.findById(done).orElseThrow());
                Future<?> running = other.submit(() -> step.run(this));
                await().until(() -> jdbc.sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database()))""")
                        .query(Boolean.class).single());

                assertThat(jdbc.sql("select id from connection_order where id = ? for key share nowait").param(done)
                        .query().listOfRows()).hasSize(1);
                return running;
            });
            waits.get(10, TimeUnit.SECONDS);
        }
    }
}
