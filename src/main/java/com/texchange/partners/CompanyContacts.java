package com.texchange.partners;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidPhone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** How a company's partners reach it: what its own administrator changes. */
public record CompanyContacts(@Size(max = 100) @SingleLine String city,
        @NotBlank @Size(max = 200) @SingleLine String contactName,
        @NotBlank @Size(max = 40) @ValidPhone String contactPhone,
        @NotBlank @ValidEmail String contactEmail) {

    /** As they stand; what is not known is an empty text. */
    public static CompanyContacts of(CompanyInfo company) {
        return new CompanyContacts(Objects.requireNonNullElse(company.city(), ""),
                Objects.requireNonNullElse(company.contactName(), ""), Objects.requireNonNullElse(company.contactPhone(), ""),
                Objects.toString(company.contactEmail(), ""));
    }
}
