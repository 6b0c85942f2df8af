package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A supplier and a distributor who are partners, with licenses of both at the distributor, and what is done with them. */
abstract class OrdersOfPartners {

    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    OrderResults results;
    @Autowired
    Grants grants;
    @Autowired
    SampleBusiness business;
    CompanyInfo supplier;
    CompanyInfo distributor;
    Actor distributorPerson;
    Actor supplierPerson;
    Actor sales;
    /** The distributor's. */
    List<LicenseId> theirs;
    /** The supplier's own. */
    List<LicenseId> suppliers;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        sales = business.person(null, Role.SALES);
        theirs = business.licenses(distributor, count());
        suppliers = business.licenses(distributor, supplier, 2);
    }

    OrderId carryOut(OrderId order) {
        steps.carryOut(order);
        steps.finish(order);
        return order;
    }

    /** What the order has done, in the words of the dry run. */
    Map<Verdict, Integer> verdicts(OrderId order) {
        return results.rows(order, OrderRowFilter.NONE, 0, 100, sales).stream()
                .map(row -> row.verdict() == null ? Verdict.CHANGES : row.verdict())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(verdict -> 1)));
    }

    /** Of the distributor's licenses. */
    int count() {
        return 2;
    }
}
