package com.texchange.onboarding;

import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.PartnershipId;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface OnboardingRepository extends CrudRepository<Onboarding, OnboardingId> {

    /** Locks the row, so that of two decisions the second sees the first. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findLockedById(OnboardingId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findBySupplierIdAndDistributorIdAndStage(CompanyId supplier, CompanyId distributor,
            Stage stage);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Onboarding> findByConnectionOrderId(OrderId order);

    boolean existsByPartnershipIdAndStageIn(PartnershipId place, Collection<Stage> stages);
}
