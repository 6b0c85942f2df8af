package com.texchange.identityproviders;

import com.texchange.common.CompanyId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Begins sign-ins as Spring Security does, and notes by which generation of the company's settings: what comes back is taken if that is still set.
 */
final class BeginBySettings implements OAuth2AuthorizationRequestResolver {

    private static final String GENERATION = BeginBySettings.class.getName();

    private final OAuth2AuthorizationRequestResolver protocol;
    private final ProviderRows rows;

    BeginBySettings(ClientRegistrationRepository registrations, ProviderRows rows) {
        this.protocol = new DefaultOAuth2AuthorizationRequestResolver(registrations, OwnAddresses.BEGIN);
        this.rows = rows;
    }

    /** Empty for what was begun while the company's server was switched off or on. */
    static Optional<UUID> generation(OAuth2AuthorizationRequest begun) {
        return Optional.ofNullable(begun.getAttribute(GENERATION));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return noting(CompanySignIn.provider(request), () -> protocol.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String company) {
        return noting(company, () -> protocol.resolve(request, company));
    }

    /** Read before: if it is the same when the browser comes back, nothing was another in between. */
    private @Nullable OAuth2AuthorizationRequest noting(String company, Supplier<@Nullable OAuth2AuthorizationRequest> begin) {
        Optional<UUID> generation = CompanyId.read(company).flatMap(rows::findOpen).map(StoredProvider::generation);
        OAuth2AuthorizationRequest begun = begin.get();
        return begun == null || generation.isEmpty() ? begun
                : OAuth2AuthorizationRequest.from(begun).attributes(kept -> kept.put(GENERATION, generation.get())).build();
    }
}
