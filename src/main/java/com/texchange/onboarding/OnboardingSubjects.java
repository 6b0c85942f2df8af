package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.licenses.ConnectionOrder;
import com.texchange.licenses.ConnectionOrders;
import com.texchange.partners.Companies;
import com.texchange.partners.Partnership;
import com.texchange.partners.Partnerships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the distributor's tasks are about, in one line. For task forms; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class OnboardingSubjects {

    private final OnboardingRepository repository;
    private final ConnectionOrders orders;
    private final Partnerships partnerships;
    private final Companies companies;

    OnboardingSubjects(OnboardingRepository repository, ConnectionOrders orders, Partnerships partnerships,
            Companies companies) {
        this.repository = repository;
        this.orders = orders;
        this.partnerships = partnerships;
        this.companies = companies;
    }

    public String supplierAndCode(OnboardingId id) {
        return line(partnerships.get(repository.findById(id).orElseThrow().partnershipId()));
    }

    public String supplierAndCode(OrderId id) {
        ConnectionOrder order = orders.get(id);
        return partnerships.find(order.supplierId(), order.distributorId()).map(this::line)
                .orElseGet(() -> supplier(order.supplierId()));
    }

    private String line(Partnership partnership) {
        return supplier(partnership.supplierId()) + " · " + partnership.code();
    }

    private String supplier(CompanyId id) {
        return companies.get(id).name();
    }
}
