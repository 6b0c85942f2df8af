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

interface PlaceRepository extends Repository<NetworkPlace, PartnershipId> {

    NetworkPlace save(NetworkPlace place);

    Optional<NetworkPlace> findById(PartnershipId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<NetworkPlace> findWithLockById(PartnershipId id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<NetworkPlace> findWithLockBySupplierIdAndInviteeEmail(CompanyId supplierId, EmailAddress inviteeEmail);

    Optional<NetworkPlace> findBySupplierIdAndDistributorId(CompanyId supplierId, CompanyId distributorId);

    @Query("""
            select partnership.* from partnership
            join company supplier on supplier.id = partnership.supplier_id
            where partnership.distributor_id = :distributor
            order by lower(supplier.name), partnership.id""")
    List<NetworkPlace> ofDistributor(CompanyId distributor);
}
