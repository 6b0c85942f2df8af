package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.licenses.LicensesLoaded;
import com.texchange.partners.Partnerships;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The delegations between suppliers and distributors: whoever shows one, changes it or goes by it asks here, or reads the
 * view {@code grants_delegation}, which is the one place that knows where licenses belong to a supplier. A grant is the
 * flag of the partnership; what else a grant may say (which acts, until when, by whom, why) is to stand behind this.
 */
@Service
@Transactional
public class Delegations {

    private final Partnerships partnerships;
    private final JdbcClient jdbc;

    Delegations(Partnerships partnerships, JdbcClient jdbc) {
        this.partnerships = partnerships;
        this.jdbc = jdbc;
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

    /**
     * Lets a partner manage the licenses of the person's company.
     *
     * @return whether that is new
     * @throws java.util.NoSuchElementException if the supplier is no partner
     */
    public boolean grant(CompanyId supplier, Actor actor) {
        return change(supplier, actor.companyAs(Role.DISTRIBUTOR), true);
    }

    /**
     * Takes it back.
     *
     * @return whether there was something to take back
     * @throws RefusedException if licenses belong to the supplier
     * @throws java.util.NoSuchElementException if the supplier is no partner
     */
    public boolean withdraw(CompanyId supplier, Actor actor) {
        CompanyId distributor = actor.companyAs(Role.DISTRIBUTOR);
        if (of(supplier, distributor).locked()) {
            throw new RefusedException("grants.delegationLocked");
        }
        return change(supplier, distributor, false);
    }

    /**
     * Grants by itself what belongs to a partner: a supplier manages its own licenses at whichever distributor they are
     * (instruction 3.2.5), and the grant stays when they go. To be called wherever two companies become partners; access is
     * the caller's matter.
     *
     * @return whether that is new; false too where nothing belongs to the supplier, or the companies are no partners
     */
    public boolean grantToOwner(CompanyId supplier, CompanyId distributor) {
        return of(supplier, distributor).locked() && partnerships.find(supplier, distributor).isPresent()
                && change(supplier, distributor, true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void loaded(LicensesLoaded event) {
        grantToOwner(event.owner(), event.distributor());
    }

    private boolean change(CompanyId supplier, CompanyId distributor, boolean granted) {
        return partnerships.delegate(partnerships.find(supplier, distributor).orElseThrow().id(), granted);
    }
}
