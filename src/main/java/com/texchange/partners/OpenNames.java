package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.TaxId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names of companies for those who run the servers, as in Operate. An organization's name is open to all; a sole
 * proprietor's is a person's name, and stays where people have agreed that it is used. Only the tax id tells them apart for
 * sure, so a company without one counts as a person.
 */
@Component
public class OpenNames {

    private final Companies companies;

    OpenNames(Companies companies) {
        this.companies = companies;
    }

    /** @return null for whoever is a person, or no company yet */
    public @Nullable String of(@Nullable CompanyId id) {
        if (id == null) {
            return null;
        }
        CompanyInfo company = companies.get(id);
        return of(company.name(), company.taxId());
    }

    /** Of a company that is not registered yet. */
    public static @Nullable String of(String name, @Nullable TaxId taxId) {
        return taxId != null && taxId.isOrganizations() ? name : null;
    }
}
