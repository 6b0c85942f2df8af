package com.texchange.identityproviders;

import java.time.Instant;

/**
 * The company's server as its administrators see it; nobody sees its secret.
 *
 * @param checkedAt     when it has last answered as it should
 * @param people        how many of the company have signed in through it
 * @param signInAddress where people of the company begin
 */
public record ProviderInfo(String issuer, String clientId, boolean enabled, boolean trustsFactor, Instant checkedAt, int people,
        String signInAddress) {
}
