package com.texchange.registrations;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidPhone;
import com.texchange.common.ValidTaxId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a newcomer says of the company and of the person to contact; the account is opened for the e-mail address. */
public record RegistrationRequest(
        @NotBlank @Size(max = 200) @SingleLine String companyName,
        @NotBlank @ValidTaxId String taxId,
        @NotBlank @Size(max = 100) @SingleLine String city,
        @NotBlank @Size(max = 200) @SingleLine String contactName,
        @NotBlank @ValidPhone String contactPhone,
        @NotBlank @ValidEmail String email) {
}
