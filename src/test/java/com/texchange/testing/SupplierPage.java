package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.PartnershipInfo;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of a page of a supplier's, to whom a distributor has opened all its licenses. */
public abstract class SupplierPage extends Page {

    @Autowired
    protected SampleBusiness business;
    @Autowired
    protected ConnectionOrders orders;
    @Autowired
    protected EngineJobs jobs;
    @Autowired
    protected JdbcClient jdbc;
    @Autowired
    protected Grants grants;
    protected CompanyInfo supplier;
    protected CompanyInfo distributor;
    protected PartnershipInfo place;
    protected Actor supplierPerson;
    protected Actor distributorPerson;

    @BeforeEach
    void partnersWithAGrant() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("АО «Альфа»");
        place = business.partners(supplier, distributor);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        grants.giveAll(supplier.id(), distributorPerson);
    }

    /** By a person of their distributor. */
    protected void connect(List<LicenseId> licenses, Actor by) {
        jobs.carryOut(orders.place(Requests.connect(supplier.id(), Set.copyOf(licenses), by), by).id(),
                "connect-licenses", "publish-connections");
    }

    /** What the dialog of an order says would become of the licenses. */
    protected List<String> verdicts() {
        return find(ListItem.class).all().stream().map(ListItem::getText).toList();
    }
}
