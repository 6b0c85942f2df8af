package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.TaxId;
import org.jspecify.annotations.Nullable;

/** A company to be registered. */
public record NewCompany(String name, @Nullable TaxId taxId, @Nullable String city, @Nullable String contactName,
        @Nullable String contactPhone, @Nullable EmailAddress contactEmail, boolean supplier, boolean distributor) {
}
