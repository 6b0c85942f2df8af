package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OrderId;
import com.texchange.partners.Companies;
import com.texchange.partners.PartnershipWords;
import com.texchange.partners.Partnerships;
import com.texchange.tasks.TaskSubject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks about orders are about. For task forms; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class OrderSubjects {

    private final ConnectionOrderRepository orders;
    private final Partnerships partnerships;
    private final PartnershipWords words;
    private final Companies companies;

    OrderSubjects(ConnectionOrderRepository orders, Partnerships partnerships, PartnershipWords words,
            Companies companies) {
        this.orders = orders;
        this.partnerships = partnerships;
        this.words = words;
        this.companies = companies;
    }

    /** Who has placed the order has just done so: the task that it led to is no news to them. */
    public TaskSubject of(OrderId id) {
        ConnectionOrder placed = orders.findById(id).orElseThrow();
        ConnectionOrderInfo order = placed.info();
        Set<AccountId> orderer = Set.of(order.placedBy());
        CompanyId supplier = Objects.requireNonNull(order.supplierId(), "nobody is asked about a move without a supplier");
        return partnerships.find(supplier, order.distributorId())
                .map(place -> new TaskSubject(words.line(place), words.of(place, order.distributorId()), placed.reason(), orderer))
                .orElseGet(() -> new TaskSubject(companies.get(supplier).name(), List.of(), placed.reason(), orderer));
    }
}
