package com.texchange.licenselists;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders for a supplier are about when licenses of several distributors are selected. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class PartnersRequests {

    private final JdbcClient jdbc;

    PartnersRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each distributor that works with the supplier; licenses of others are in none of them. Without a reason. */
    List<OrderRequest> of(OrderKind kind, CompanyId supplier, Map<CompanyId, Selection<LicenseId, LicenseFilter>> selected) {
        Set<CompanyId> partners = Set.copyOf(jdbc.sql("""
                select distributor_id from partners_partnership where supplier_id = :supplier and distributor_id is not null""")
                .param("supplier", supplier)
                .query((row, number) -> CompanyId.of(row.getString(1))).list());
        return selected.entrySet().stream().filter(part -> partners.contains(part.getKey()))
                .map(part -> new OrderRequest(kind, supplier, part.getKey(), part.getValue(), null)).toList();
    }
}
