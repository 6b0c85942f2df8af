package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.TaxId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CompanyRepository extends Repository<Company, CompanyId> {

    Company save(Company company);

    Optional<Company> findById(CompanyId id);

    Optional<Company> findByTaxId(TaxId taxId);
}
