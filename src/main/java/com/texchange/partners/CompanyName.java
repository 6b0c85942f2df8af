package com.texchange.partners;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidTaxId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** Which company it is: what only the sales department changes, with a reason. */
public record CompanyName(@NotBlank @Size(max = 200) @SingleLine String name, @NotBlank @ValidTaxId String taxId) {

    /** As it stands; a tax id that is not known is an empty text. */
    public static CompanyName of(CompanyInfo company) {
        return new CompanyName(company.name(), Objects.toString(company.taxId(), ""));
    }
}
