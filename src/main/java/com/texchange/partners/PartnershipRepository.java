package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.PartnershipId;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface PartnershipRepository extends Repository<Partnership, PartnershipId> {

    Partnership save(Partnership place);

    Optional<Partnership> findById(PartnershipId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Partnership> findWithLockById(PartnershipId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Partnership> findWithLockBySupplierIdAndInviteeEmail(CompanyId supplierId, EmailAddress inviteeEmail);

    Optional<Partnership> findBySupplierIdAndInviteeEmail(CompanyId supplierId, EmailAddress inviteeEmail);

    Optional<Partnership> findBySupplierIdAndDistributorId(CompanyId supplierId, CompanyId distributorId);
}
