package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.PartnershipId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The places in suppliers' networks. */
@Service
public class Partnerships {

    /**
     * The place for an invitee, with a random code that is free for this supplier; the one that its address already
     * has (same code) when it is invited again, with the description brought up to date.
     *
     * @throws com.texchange.common.RefusedException {@code partners.codesUsedUp} when the supplier has given all codes
     */
    public Partnership reserve(CompanyId supplier, Invitee invitee) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public Partnership get(PartnershipId id) {
        throw new UnsupportedOperationException();
    }

    /** The established partnership between two companies. */
    public Optional<Partnership> find(CompanyId supplier, CompanyId distributor) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts the distributor into its place; repeating it changes nothing.
     *
     * @throws com.texchange.common.RefusedException {@code partners.alreadyPartner} when the distributor has another
     *     place with this supplier, or the place is another's
     */
    public Partnership establish(PartnershipId id, CompanyId distributor) {
        throw new UnsupportedOperationException();
    }

    /** The established partnerships of a distributor, by the suppliers' names. */
    public List<Partnership> ofDistributor(CompanyId distributor) {
        throw new UnsupportedOperationException();
    }

    /** Whether the supplier may manage the distributor's licenses; access is the caller's matter. */
    public void delegate(PartnershipId id, boolean delegated) {
        throw new UnsupportedOperationException();
    }
}
