package com.texchange.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which site passkeys are made.
 *
 * @param relyingPartyId the host name that they are bound to, or a domain above it; by default the host of the application's address. Who
 *                       changes it makes all passkeys worthless
 * @param name           by which devices show the site
 * @param origins        from which pages they are used, as {@code https://host}; by default the application's address
 */
@ConfigurationProperties("t-exchange.accounts.passkeys")
record PasskeyProperties(@Nullable String relyingPartyId, @DefaultValue("T-Exchange") String name, @DefaultValue Set<String> origins) {
}
