package com.texchange.identityproviders;

import com.texchange.common.SingleLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an administrator enters about the company's server.
 *
 * @param issuer       how the server calls itself: its address
 * @param clientId     as this application is known there
 * @param clientSecret empty to keep the one that is there
 * @param trustsFactor whether its word that there was a second factor takes the place of ours
 */
public record ProviderSettings(@NotBlank @Size(max = 500) @SingleLine String issuer, @NotBlank @Size(max = 200) @SingleLine String clientId,
        @Size(max = 500) @SingleLine String clientSecret, boolean trustsFactor) {

    /** As it counts: what is typed or copied brings spaces. */
    ProviderSettings stripped() {
        return new ProviderSettings(issuer.strip(), clientId.strip(), clientSecret.strip(), trustsFactor);
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "ProviderSettings[issuer=" + issuer + ", clientId=" + clientId + ", trustsFactor=" + trustsFactor + "]";
    }
}
