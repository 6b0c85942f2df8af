package com.texchange.identityproviders;

import java.util.Objects;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Spring Security's own parts of the protocol, which go to servers by {@link ProviderHttp}. */
@Component
class ProviderProtocol {

    /** Not the server's word, but Spring Security's for an empty answer. */
    private static final String NO_TOKENS = "invalid_token_response";

    private final RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
    private final OidcUserService users = new OidcUserService();
    private final IdTokenDecoders decoders;

    ProviderProtocol(ProviderHttp http, IdTokenDecoders decoders) {
        this.decoders = decoders;
        tokens.setRestClient(http.client().configureMessageConverters(converters -> {
            converters.addCustomConverter(new FormHttpMessageConverter());
            converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
        RestTemplate template = http.template();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        claims.setRestOperations(template);
        users.setOauth2UserService(claims);
        // Only for what the token does not say.
        users.setRetrieveUserInfo(request -> request.getIdToken().getEmail() == null
                && request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
    }

    OidcAuthorizationCodeAuthenticationProvider provider() {
        OidcAuthorizationCodeAuthenticationProvider provider = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        provider.setJwtDecoderFactory(decoders);
        return provider;
    }

    /**
     * Whether the server knows this application by its id and secret: it is shown a code that is none, and says what is wrong. It has to look at
     * who asks first (RFC 6749, 4.1.3).
     *
     * @return the server's word (RFC 6749, 5.2); "invalid_grant" if it knows the application
     * @throws RestClientException if it does not answer, or otherwise than such servers do
     */
    String probe(ClientRegistration registration) {
        String authorize = Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri());
        String back = Objects.requireNonNull(registration.getRedirectUri());
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode().clientId(registration.getClientId())
                .authorizationUri(authorize).redirectUri(back).state("none").build();
        OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success("none").redirectUri(back).state("none").build();
        try {
            tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, new OAuth2AuthorizationExchange(asked, answered)));
        } catch (OAuth2AuthorizationException refusal) {
            if (refusal.getCause() instanceof HttpClientErrorException.Unauthorized) {
                // Its body is not read then.
                return OAuth2ErrorCodes.INVALID_CLIENT;
            }
            if (refusal.getCause() instanceof RestClientException failed) {
                throw failed;
            }
            if (!refusal.getError().getErrorCode().equals(NO_TOKENS)) {
                return refusal.getError().getErrorCode();
            }
        }
        throw new RestClientException("no error for a code that is none");
    }
}
