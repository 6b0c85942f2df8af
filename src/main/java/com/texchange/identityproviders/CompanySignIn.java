package com.texchange.identityproviders;

import com.texchange.accounts.FurtherSignIn;
import com.texchange.accounts.KnownElsewhere;
import com.texchange.accounts.SignIn;
import com.texchange.accounts.TriesElsewhere;
import com.texchange.common.ActorHolder;
import com.texchange.common.CompanyId;
import com.texchange.common.FetchSite;
import com.texchange.common.Routes;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.stereotype.Component;

/** Signing in through a company's own server, by OpenID Connect's authorization code flow. */
@Component
class CompanySignIn implements FurtherSignIn {

    private final ProviderRegistrations registrations;
    private final ProviderRows rows;
    private final BegunSignIns begun;
    private final KnownIdentities identities;
    private final TriesElsewhere tries;
    private final ProviderProtocol protocol;
    private final CompanySignInTrail trail;
    private final SecurityContextHolderStrategy holder;

    CompanySignIn(ProviderRegistrations registrations, ProviderRows rows, BegunSignIns begun, KnownIdentities identities,
            TriesElsewhere tries, ProviderProtocol protocol, CompanySignInTrail trail, SecurityContextHolderStrategy holder) {
        this.registrations = registrations;
        this.rows = rows;
        this.begun = begun;
        this.identities = identities;
        this.tries = tries;
        this.protocol = protocol;
        this.trail = trail;
        this.holder = holder;
    }

    @Override
    public Filter begin() {
        OAuth2AuthorizationRequestRedirectFilter filter = new Begin(new BeginBySettings(registrations, rows), this::isSignedIn);
        filter.setAuthorizationRequestRepository(begun);
        filter.setAuthenticationFailureHandler(this::refuse);
        return filter;
    }

    @Override
    public AbstractAuthenticationProcessingFilter finish(AuthenticationManager people) {
        OidcAuthorizationCodeAuthenticationProvider verifying = protocol.provider();
        return new CompanySignInFilter(registrations, rows, begun, identities, tries, verifying, people, this::isSignedIn);
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) throws IOException {
        SignInRefusal why = SignInRefusal.of(refusal);
        trail.refused(provider(request), why, refusal);
        String page = SignIn.keeping(Routes.COMPANY_SIGN_IN, SignIn.path(request));
        response.sendRedirect(request.getContextPath() + "/" + page + (page.contains("?") ? "&" : "?") + "error=" + why.inAddress());
    }

    @Override
    public boolean isOpen(KnownElsewhere known) {
        return rows.hold(known.through(), known.as());
    }

    private boolean isSignedIn() {
        Authentication now = holder.getContext().getAuthentication();
        return now != null && now.getPrincipal() instanceof ActorHolder;
    }

    /** Whose address it is; whether there is such a company is another matter. */
    static String provider(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith(OwnAddresses.BEGIN + "/") ? path.substring(OwnAddresses.BEGIN.length() + 1).replaceFirst("/.*", "") : "";
    }

    /** Leads nobody away who is signed in here; whoever comes from another site is asked first. */
    private static final class Begin extends OAuth2AuthorizationRequestRedirectFilter {

        private final BooleanSupplier isSignedIn;

        private Begin(BeginBySettings settings, BooleanSupplier isSignedIn) {
            super(settings);
            this.isSignedIn = isSignedIn;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean begins = CompanyId.read(provider(request)).isPresent()
                    && request.getServletPath().equals(OwnAddresses.BEGIN + "/" + provider(request));
            if (begins && isSignedIn.getAsBoolean()) {
                Optional<String> path = SignIn.path(request);
                response.sendRedirect(path.orElse(request.getContextPath() + "/"));
            } else if (begins && FetchSite.isElsewhere(request).orElse(false)) {
                String page = SignIn.keeping(Routes.COMPANY_SIGN_IN, SignIn.path(request));
                response.sendRedirect(request.getContextPath() + "/" + page + (page.contains("?") ? "&" : "?") + CompanyDoors.COMPANY + "="
                        + provider(request));
            } else {
                super.doFilterInternal(request, response, chain);
            }
        }
    }
}
