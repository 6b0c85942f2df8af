package com.texchange.identityproviders;

import com.texchange.common.RefusedException;
import com.texchange.common.SingleLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an administrator enters about the company's server.
 *
 * @param issuer       how the server calls itself: its address, be it as people read it
 * @param clientId     as this application is known there
 * @param clientSecret empty to keep the one that is there
 * @param trustsFactor whether its word that there was a second factor takes the place of ours
 */
public record ProviderSettings(@NotBlank @Size(max = ProviderSettings.LONGEST) @SingleLine String issuer, @NotBlank @Size(max = 200) @SingleLine String clientId,
        @Size(max = 500) @SingleLine String clientSecret, boolean trustsFactor) {

    private static final int LONGEST = 500;

    /**
     * As it counts: what is typed or copied brings spaces, and a server is known by its address in ASCII.
     *
     * @throws RefusedException if the server cannot have such a name
     */
    ProviderSettings asServersTakeIt() {
        String address = AddressForm.ascii(issuer.strip());
        if (address.length() > LONGEST) {
            throw new RefusedException("identityproviders.refused.address", issuer);
        }
        return new ProviderSettings(address, clientId.strip(), clientSecret.strip(), trustsFactor);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "ProviderSettings[issuer=" + issuer + ", clientId=" + clientId + ", trustsFactor=" + trustsFactor + "]";
    }
}
