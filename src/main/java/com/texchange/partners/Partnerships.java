package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.KeptInTransaction;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The places in suppliers' networks. */
@Service
@Validated
@Transactional
public class Partnerships {

    private final PartnershipRepository partnerships;
    private final Reservations reservations;
    private final KnownCompanies companies;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final KeptInTransaction<PartnershipId, Optional<Partnership>> places = new KeptInTransaction<>();
    private final KeptInTransaction<List<CompanyId>, Optional<Partnership>> between = new KeptInTransaction<>();
    private final KeptInTransaction<CompanyId, CompanyId> locked = new KeptInTransaction<>();

    Partnerships(PartnershipRepository partnerships, Reservations reservations, KnownCompanies companies, JdbcClient jdbc, Clock clock) {
        this.partnerships = partnerships;
        this.reservations = reservations;
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The partnership for an invitee, with a random code that is free for this supplier; the one that its address already
     * has (same code) when it is invited again, with the description brought up to date.
     *
     * @throws RefusedException {@code partners.codesUsedUp} when the supplier has given all codes
     */
    public PartnershipInfo reserve(CompanyId supplier, @Valid Invitee invitee) {
        return reservations.reserve(supplier, invitee).or(() -> described(supplier, invitee)).orElseThrow();
    }

    /**
     * Brings the description of whom the supplier invites up to date; the partnership and its code stay, whatever the address.
     *
     * @throws RefusedException {@code partners.addressTaken} if another partnership of the supplier has the address
     */
    public PartnershipInfo describe(PartnershipId id, @Valid Invitee invitee) {
        Partnership partnership = partnerships.findWithLockById(id).orElseThrow();
        partnerships.findBySupplierIdAndInviteeEmail(partnership.supplierId(), invitee.email())
                .filter(other -> !other.info().id().equals(id))
                .ifPresent(other -> {
                    throw new RefusedException("partners.addressTaken", invitee.email(), other.info().code().value());
                });
        partnership.describe(invitee);
        return save(partnership);
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public PartnershipInfo get(PartnershipId id) {
        return places.get(id, partnerships::findById).map(Partnership::info).orElseThrow();
    }

    /** The established partnership between two companies. */
    @Transactional(readOnly = true)
    public Optional<PartnershipInfo> find(CompanyId supplier, CompanyId distributor) {
        return between.get(List.of(supplier, distributor), pair -> partnerships.findBySupplierIdAndDistributorId(supplier, distributor))
                .map(Partnership::info);
    }

    /**
     * Puts the distributor into its partnership; repeating it changes nothing.
     *
     * @throws RefusedException {@code partners.alreadyPartner} when the distributor has another partnership with this
     *     supplier, or the partnership is another's
     */
    public PartnershipInfo establish(PartnershipId id, CompanyId distributor) {
        lock(distributor);
        Partnership partnership = partnerships.findWithLockById(id).orElseThrow();
        boolean elsewhere = find(partnership.supplierId(), distributor).filter(other -> !other.id().equals(id)).isPresent();
        if (elsewhere) {
            throw new RefusedException("partners.alreadyPartner");
        }
        partnership.establish(distributor, clock.instant());
        return save(partnership);
    }

    /**
     * Until the transaction ends, nobody else finds or takes a partnership for this distributor: two with one supplier would
     * break the constraint.
     */
    public void lock(CompanyId distributor) {
        locked.get(distributor, company -> {
            companies.lock(company);
            // Who was waited for may have changed them.
            forget();
            return company;
        });
    }

    private PartnershipInfo save(Partnership partnership) {
        forget();
        return partnerships.save(partnership).info();
    }

    private void forget() {
        places.forget();
        between.forget();
    }

    /**
     * Until the transaction ends, nobody else of the supplier looks whom it has already and gives a place by that: two that
     * invite one company at once would give it two.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockNetwork(CompanyId supplier) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('network ' || :supplier::text, 0))")
                .param("supplier", supplier).query().singleRow();
    }

    private Optional<PartnershipInfo> described(CompanyId supplier, Invitee invitee) {
        return partnerships.findWithLockBySupplierIdAndInviteeEmail(supplier, invitee.email()).map(partnership -> {
            if (partnership.info().invitee().equals(invitee)) {
                return partnership.info();
            }
            partnership.describe(invitee);
            return save(partnership);
        });
    }
}
