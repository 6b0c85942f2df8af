package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WatchedStatements;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** With many orders, the latest are read from indexes, whoever asks. */
@WithoutProcess
@Import(WatchedStatements.class)
@Transactional
class OrderPlansIT {

    /** Enough that an index is cheaper than the table. They are gone after the test. */
    private static final int MANY = 10_000;

    @Autowired
    OrderResults results;
    @Autowired
    SampleBusiness business;
    @Autowired
    WatchedStatements statements;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theLatestAreReadInTheOrderOfAnIndex() {
        CompanyInfo supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("АО «Альфа»");
        Actor sales = business.person(null, Role.SALES);
        Actor supplierPerson = business.person(supplier, Role.SUPPLIER);
        place(supplier, distributor, supplierPerson);
        place(business.supplier("ООО «Другой поставщик»"), business.distributor("АО «Бета»"), supplierPerson);

        assertThat(plan(sales)).contains("connection_order_latest");
        assertThat(plan(supplierPerson)).contains("connection_order_of_supplier");
        Actor distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        assertThat(plan(distributorPerson)).contains("connection_order_of_distributor");
        assertThat(statements.plansOf(() -> results.count(null, distributorPerson), jdbc))
                .as("each part of a company's is counted by itself").contains("(distributor_id = ", "(supplier_id = ").doesNotContain("BitmapOr", " OR ");
    }

    /** A company may be both: it sees the orders of both of its parts, in one order. */
    @Test
    void aCompanyOfBothKindsReadsBothPartsOnce() {
        CompanyInfo both = business.supplier("ООО «Обе стороны»");
        CompanyInfo distributor = business.distributor("АО «Альфа»");
        Actor person = business.person(both, Role.SUPPLIER);
        place(both, distributor, person);
        place(business.supplier("ООО «Поставщик»"), both, person);

        List<OrderSummary> found = Stream.of(0, 50, 100).flatMap(offset -> results.page(null, offset, 50, person).stream()).toList();

        assertThat(found).extracting(OrderSummary::id).doesNotHaveDuplicates().hasSize(150);
        assertThat(found).extracting(OrderSummary::placedAt).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(found.subList(0, 4)).extracting(OrderSummary::distributorId).contains(both.id(), distributor.id());
        assertThat(results.count(null, person)).isEqualTo(2 * MANY);
    }

    private String plan(Actor actor) {
        String plan = statements.plansOf(() -> results.page(null, 0, 50, actor), jdbc);
        assertThat(plan).doesNotContain("Seq Scan on connection_order o").doesNotContain("Bitmap Heap Scan on connection_order o");
        return plan;
    }

    private void place(CompanyInfo supplier, CompanyInfo distributor, Actor person) {
        jdbc.sql("""
                insert into connection_order (id, version, kind, state, supplier_id, distributor_id, placed_by, acting_id, placed_at, own_process)
                select gen_random_uuid(), 0, 'CONNECT', 'FINISHED', :supplier, :distributor, :person, :supplier, now() - n * interval '1 minute', true
                from generate_series(1, :many) n""")
                .param("supplier", supplier.id()).param("distributor", distributor.id()).param("person", person.id())
                .param("many", MANY).update();
        jdbc.sql("analyze connection_order").update();
    }
}
