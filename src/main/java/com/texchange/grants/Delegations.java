package com.texchange.grants;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.licenses.LicensesLoaded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The delegations between suppliers and distributors: whoever shows one asks here, or reads the view
 * {@code grants_delegation}, which is the one place that knows where licenses belong to a supplier.
 *
 * @see Grants
 */
@Service
public class Delegations {

    private final JdbcClient jdbc;
    private final ChangeFeed feed;

    Delegations(JdbcClient jdbc, ChangeFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** How it stands between two companies, partners or not yet; they are known to exist. */
    @Transactional(readOnly = true)
    public Delegation of(CompanyId supplier, CompanyId distributor) {
        return jdbc.sql("""
                select granted, locked from grants_delegation
                where supplier_id = :supplier and distributor_id = :distributor
                """)
                .param("supplier", supplier)
                .param("distributor", distributor)
                .query(Delegation.class).single();
    }

    /** How many of the licenses that a distributor uses belong to a supplier; access is the caller's matter. */
    @Transactional(readOnly = true)
    public LicenseShares shares(CompanyId supplier, CompanyId distributor) {
        return jdbc.sql("""
                select count(*) filter (where owner_id = :supplier) as of_supplier, count(*) as licenses
                from licenses_owner where distributor_id = :distributor
                """)
                .param("supplier", supplier)
                .param("distributor", distributor)
                .query(LicenseShares.class).single();
    }

    /** Licenses of a supplier lock its switch: open cards show it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void loaded(LicensesLoaded event) {
        if (!event.owner().equals(event.distributor())) {
            feed.publish(new Change(Change.Topic.ONBOARDING, event.distributor().toString()));
        }
    }
}
