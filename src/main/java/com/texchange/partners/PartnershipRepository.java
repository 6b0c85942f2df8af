package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.PartnershipId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
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

    Optional<Partnership> findBySupplierIdAndDistributorId(CompanyId supplierId, CompanyId distributorId);

    @Query("""
            select partnership.* from partnership
            join company supplier on supplier.id = partnership.supplier_id
            where partnership.distributor_id = :distributor
            order by lower(supplier.name), partnership.id""")
    List<Partnership> ofDistributor(CompanyId distributor);
}
