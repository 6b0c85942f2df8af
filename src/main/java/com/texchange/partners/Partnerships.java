package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** The places in suppliers' networks. */
@Service
@Validated
@Transactional
public class Partnerships {

    private final PlaceRepository places;
    private final Reservations reservations;
    private final JdbcClient jdbc;
    private final Clock clock;

    Partnerships(PlaceRepository places, Reservations reservations, JdbcClient jdbc, Clock clock) {
        this.places = places;
        this.reservations = reservations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The place for an invitee, with a random code that is free for this supplier; the one that its address already
     * has (same code) when it is invited again, with the description brought up to date.
     *
     * @throws RefusedException {@code partners.codesUsedUp} when the supplier has given all codes
     */
    public Partnership reserve(CompanyId supplier, @Valid Invitee invitee) {
        return described(supplier, invitee).orElseGet(() -> {
            if (!reservations.reserve(supplier, invitee)) {
                throw new RefusedException("partners.codesUsedUp");
            }
            return described(supplier, invitee).orElseThrow();
        });
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public Partnership get(PartnershipId id) {
        return places.findById(id).orElseThrow().toPartnership();
    }

    /** The established partnership between two companies. */
    @Transactional(readOnly = true)
    public Optional<Partnership> find(CompanyId supplier, CompanyId distributor) {
        return places.findBySupplierIdAndDistributorId(supplier, distributor).map(NetworkPlace::toPartnership);
    }

    /**
     * Puts the distributor into its place; repeating it changes nothing.
     *
     * @throws RefusedException {@code partners.alreadyPartner} when the distributor has another place with this
     *     supplier, or the place is another's
     */
    public Partnership establish(PartnershipId id, CompanyId distributor) {
        // One acceptance of a distributor at a time: two places with one supplier would break the constraint.
        jdbc.sql("select id from company where id = :distributor for no key update")
                .param("distributor", distributor.value()).query().singleRow();
        NetworkPlace place = places.findWithLockById(id).orElseThrow();
        boolean elsewhere = find(place.supplierId(), distributor).filter(other -> !other.id().equals(id)).isPresent();
        if (elsewhere) {
            throw new RefusedException("partners.alreadyPartner");
        }
        place.establish(distributor, clock.instant());
        return places.save(place).toPartnership();
    }

    /** The established partnerships of a distributor, by the suppliers' names. */
    @Transactional(readOnly = true)
    public List<Partnership> ofDistributor(CompanyId distributor) {
        return places.ofDistributor(distributor).stream().map(NetworkPlace::toPartnership).toList();
    }

    /** Whether the supplier may manage the distributor's licenses; access is the caller's matter. */
    public void delegate(PartnershipId id, boolean delegated) {
        NetworkPlace place = places.findWithLockById(id).orElseThrow();
        place.delegate(delegated);
        places.save(place);
    }

    private Optional<Partnership> described(CompanyId supplier, Invitee invitee) {
        return places.findWithLockBySupplierIdAndInviteeEmail(supplier, invitee.email()).map(place -> {
            if (place.toPartnership().invitee().equals(invitee)) {
                return place.toPartnership();
            }
            place.describe(invitee);
            return places.save(place).toPartnership();
        });
    }
}
