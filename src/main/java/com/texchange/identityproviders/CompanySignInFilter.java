package com.texchange.identityproviders;

import com.texchange.accounts.ShownElsewhere;
import com.texchange.accounts.SignIn;
import com.texchange.accounts.TriesElsewhere;
import com.texchange.common.CompanyId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Takes what a browser comes back with from a company's server. Spring Security's filter and provider verify it; what they find is a person
 * of that company, or nobody, and goes the road of all sign-ins from there.
 */
final class CompanySignInFilter extends OAuth2LoginAuthenticationFilter {

    private static final String ISSUER = "iss";
    private static final String TELLS_ISSUER = "authorization_response_iss_parameter_supported";

    private final ProviderRegistrations registrations;
    private final ProviderRows rows;
    private final BegunSignIns begun;
    private final KnownIdentities identities;
    private final TriesElsewhere tries;
    private final AuthenticationManager people;
    private final BooleanSupplier isSignedIn;

    CompanySignInFilter(ProviderRegistrations registrations, ProviderRows rows, BegunSignIns begun, KnownIdentities identities,
            TriesElsewhere tries, OidcAuthorizationCodeAuthenticationProvider protocol, AuthenticationManager people,
            BooleanSupplier isSignedIn) {
        super(registrations, new NoTokens(), OwnAddresses.BACK);
        this.registrations = registrations;
        this.rows = rows;
        this.begun = begun;
        this.identities = identities;
        this.tries = tries;
        this.people = people;
        this.isSignedIn = isSignedIn;
        setRequiresAuthenticationRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, OwnAddresses.BACK));
        setAuthorizationRequestRepository(begun);
        setAuthenticationManager(new ProviderManager(protocol));
    }

    /** Whoever has signed in by another page of this browser meanwhile stays in: its pages are that person's. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request instanceof HttpServletRequest back && response instanceof HttpServletResponse answer && requiresAuthentication(back, answer)
                && isSignedIn.getAsBoolean()) {
            begun.removeAuthorizationRequest(back, answer);
            answer.sendRedirect(SignIn.path(back).orElse(back.getContextPath() + "/"));
        } else {
            super.doFilter(request, response, chain);
        }
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
        String from = request.getRemoteAddr();
        OAuth2AuthorizationRequest asked = begun.loadAuthorizationRequest(request);
        if (asked == null ? !tries.takeUnbegun(from) : !tries.take(from)) {
            throw new CompanySignInException(SignInRefusal.TOO_MANY_TRIES);
        }
        Optional<UUID> generation = Optional.ofNullable(asked).flatMap(BeginBySettings::generation);
        if (asked != null) {
            requireOwnRoad(asked, generation, request, response);
        }
        OAuth2AuthenticationToken verified = (OAuth2AuthenticationToken) verified(request, response);
        ShownElsewhere shown = identities.shown((OidcUser) Objects.requireNonNull(verified.getPrincipal()),
                generation.orElseThrow(() -> new CompanySignInException(SignInRefusal.NOT_BEGUN_HERE)));
        tries.giveBack(from);
        shown.setDetails(authenticationDetailsSource.buildDetails(request));
        return Objects.requireNonNull(people.authenticate(shown));
    }

    /**
     * By the address that this server sends back to, by settings that are those of the beginning, and by its own name, if it is one that says that
     * (RFC 9207).
     */
    private void requireOwnRoad(OAuth2AuthorizationRequest asked, Optional<UUID> generation, HttpServletRequest request, HttpServletResponse response) {
        String company = CompanySignIn.provider(request);
        if (!company.equals(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))) {
            throw over(SignInRefusal.NOT_BELIEVED, "begun at another company", request, response);
        }
        if (generation.isEmpty() || !generation.equals(CompanyId.read(company).flatMap(rows::findOpen).map(StoredProvider::generation))) {
            throw over(SignInRefusal.CHANGED_MEANWHILE, "begun by other settings", request, response);
        }
        ClientRegistration now = registrations.findByRegistrationId(company);
        if (now == null) {
            throw new CompanySignInException(SignInRefusal.UNKNOWN_COMPANY);
        }
        if (!Objects.equals(asked.getRedirectUri(), now.getRedirectUri())
                || !asked.getAuthorizationUri().equals(now.getProviderDetails().getAuthorizationUri())
                || !isNamed(now.getProviderDetails(), request.getParameter(ISSUER))) {
            throw over(SignInRefusal.NOT_BELIEVED, "not what was begun, or another issuer", request, response);
        }
    }

    private CompanySignInException over(SignInRefusal why, String detail, HttpServletRequest request, HttpServletResponse response) {
        begun.removeAuthorizationRequest(request, response);
        return new CompanySignInException(why, detail, null);
    }

    /** A server that says it always tells its name is not meant where it is missing (RFC 9207, 2.4). */
    private static boolean isNamed(ProviderDetails server, @Nullable String issuer) {
        return issuer == null ? !Boolean.TRUE.equals(server.getConfigurationMetadata().get(TELLS_ISSUER)) : issuer.equals(server.getIssuerUri());
    }

    /** What libraries make of what is no answer is no error of ours. */
    private Authentication verified(HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.attemptAuthentication(request, response);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException nonsense) {
            throw new CompanySignInException(SignInRefusal.NOT_BELIEVED, nonsense.getClass().getSimpleName(), null);
        }
    }

    /** The application asks the server for nothing else, so it keeps none. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration, Authentication person,
                HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request,
                HttpServletResponse response) {
            // Its tokens go with the request.
        }

        @Override
        public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request,
                HttpServletResponse response) {
            // There are none.
        }
    }
}
