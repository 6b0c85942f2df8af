package com.texchange.partners;

import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.TaxId;
import org.jspecify.annotations.Nullable;

/** A registered company; it can be supplier and distributor at once. */
public record CompanyInfo(CompanyId id, String name, @Nullable TaxId taxId, @Nullable String city,
        @Nullable String contactName, @Nullable String contactPhone, @Nullable EmailAddress contactEmail,
        boolean supplier, boolean distributor) {
}
