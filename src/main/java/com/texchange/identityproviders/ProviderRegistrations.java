package com.texchange.identityproviders;

import com.texchange.accounts.InstallationKey;
import com.texchange.common.CompanyId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** Companies' servers as Spring Security knows them, as long as people may sign in by them. */
@Component
class ProviderRegistrations implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistrations.class);

    private final ProviderRows rows;
    private final InstallationKey key;
    private final OwnAddresses addresses;

    ProviderRegistrations(ProviderRows rows, InstallationKey key, OwnAddresses addresses) {
        this.rows = rows;
        this.key = key;
        this.addresses = addresses;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Optional<StoredProvider> provider = CompanyId.read(id).flatMap(rows::findOpen);
        try {
            return provider.map(this::registration).orElse(null);
        } catch (IllegalStateException otherKey) {
            LOG.error("The secret for {} cannot be read by this installation's key: it has to be entered anew", provider.orElse(null));
            return null;
        }
    }

    /** Asks for nothing but who the person is, and the address; with PKCE, since a code may be seen by others on its way. */
    ClientRegistration registration(StoredProvider provider) {
        return Discovery.builder(provider.metadata()).registrationId(provider.companyId().toString()).clientId(provider.clientId())
                .clientSecret(new String(key.decrypt(StoredProvider.owner(provider.companyId()), provider.clientSecret()), StandardCharsets.UTF_8))
                .redirectUri(addresses.back(provider.companyId())).scope(OidcScopes.OPENID, OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build()).build();
    }
}
