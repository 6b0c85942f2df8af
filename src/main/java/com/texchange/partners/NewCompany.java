package com.texchange.partners;

import com.texchange.common.EmailAddress;
import com.texchange.common.SingleLine;
import com.texchange.common.TaxId;
import com.texchange.common.ValidPhone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A company to be registered: a supplier, a distributor or both. */
public record NewCompany(@NotBlank @Size(max = 200) @SingleLine String name, @Nullable TaxId taxId,
        @Size(max = 100) @SingleLine @Nullable String city, @Size(max = 200) @SingleLine @Nullable String contactName,
        @Size(max = 40) @ValidPhone @Nullable String contactPhone, @Nullable EmailAddress contactEmail,
        boolean supplier, boolean distributor) {

    /** @throws IllegalArgumentException if it is neither supplier nor distributor */
    public NewCompany {
        if (!supplier && !distributor) {
            throw new IllegalArgumentException("a company is a supplier, a distributor or both");
        }
    }
}
