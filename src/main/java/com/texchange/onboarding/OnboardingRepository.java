package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.KeptInTransaction;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.PartnershipId;
import com.texchange.common.Role;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;
import org.springframework.security.access.AccessDeniedException;

interface OnboardingRepository extends CrudRepository<Onboarding, OnboardingId> {

    /** What the transaction is known to have locked. */
    KeptInTransaction<OnboardingId, OnboardingId> LOCKED = new KeptInTransaction<>();

    /** As {@link #findLockedById}, for a step that goes on to write letters: they need not lock it again. */
    default Optional<Onboarding> lock(OnboardingId id) {
        Optional<Onboarding> found = findLockedById(id);
        LOCKED.get(id, same -> same);
        return found;
    }

    /** Locks the row, so that of two decisions the second sees the first. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findLockedById(OnboardingId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findBySupplierIdAndDistributorIdAndStage(CompanyId supplier, CompanyId distributor,
            Stage stage);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findByConnectionOrderId(OrderId order);

    Optional<Onboarding> findFirstByPartnershipIdOrderByInvitedAtDesc(PartnershipId partnership);

    /**
     * One of the own supplier company, locked.
     *
     * @throws AccessDeniedException if it is another company's, or there is none
     */
    default Onboarding lockOwn(OnboardingId id, Actor actor) {
        actor.requireActing();
        requireOwn(id, actor);
        return findLockedById(id).orElseThrow();
    }

    /** The same without a lock, for who has to lock something else first. */
    default void requireOwn(OnboardingId id, Actor actor) {
        CompanyId supplier = actor.companyAs(Role.SUPPLIER);
        findById(id).filter(onboarding -> onboarding.supplierId().equals(supplier))
                .orElseThrow(() -> new AccessDeniedException("not an onboarding of this supplier"));
    }

    Optional<Onboarding> findFirstBySupplierIdAndDistributorIdAndStageInOrderByInvitedAtDesc(CompanyId supplier,
            CompanyId distributor, Collection<Stage> stages);

    boolean existsByPartnershipIdAndStageIn(PartnershipId place, Collection<Stage> stages);
}
