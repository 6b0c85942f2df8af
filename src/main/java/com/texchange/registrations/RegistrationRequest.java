package com.texchange.registrations;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidPhone;
import com.texchange.common.ValidTaxId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What a newcomer says of the company and of the person to contact; the account is opened for the e-mail address.
 *
 * @param kind a distributor where nothing else is said: by an invitation, and in what earlier versions have kept
 */
public record RegistrationRequest(
        @NotBlank @Size(max = 200) @SingleLine String companyName,
        @NotBlank @ValidTaxId String taxId,
        @NotBlank @Size(max = 100) @SingleLine String city,
        @NotBlank @Size(max = 200) @SingleLine String contactName,
        @NotBlank @Size(max = 40) @ValidPhone String contactPhone,
        @NotBlank @ValidEmail String email,
        Applicant kind) {

    public RegistrationRequest {
        kind = Objects.requireNonNullElse(kind, Applicant.DISTRIBUTOR);
    }

    /** Of a distributor. */
    public RegistrationRequest(String companyName, String taxId, String city, String contactName, String contactPhone, String email) {
        this(companyName, taxId, city, contactName, contactPhone, email, Applicant.DISTRIBUTOR);
    }
}
