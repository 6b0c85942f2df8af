package com.texchange.identityproviders;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.texchange.common.RefusedException;
import com.texchange.common.TaxId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server what it says of itself (OpenID Connect Discovery 1.0), and refuses in plain words what is no such server, or one
 * that cannot be used here.
 */
@Component
class Discovery {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final int LONGEST_TO_LEAD_TO = 2_000;
    /** No chain of causes is longer. */
    private static final int DEEPEST = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private final ProviderAddress addresses;
    private final ProviderProperties properties;
    private final RestClient client;

    Discovery(ProviderAddress addresses, ProviderProperties properties, ProviderHttp http) {
        this.properties = properties;
        this.addresses = addresses;
        this.client = http.client().build();
    }

    /**
     * What the server says, as JSON.
     *
     * @param company whose server it is to be
     * @throws RefusedException if it is not there, is no such server, calls itself otherwise, or names addresses that may not or cannot be gone to
     */
    String metadata(String issuer, @Nullable TaxId company) {
        String address = requireBare(issuer, company).toString();
        String metadata = read(URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + WELL_KNOWN));
        ProviderDetails server = server(metadata);
        String named = Objects.requireNonNullElse(server.getIssuerUri(), "");
        if (!address.equals(AddressForm.ascii(named))) {
            throw new RefusedException("identityproviders.refused.otherIssuer", named);
        }
        requireShort(addresses.require(server.getAuthorizationUri(), company));
        addresses.require(server.getTokenUri(), company);
        if (server.getUserInfoEndpoint().getUri() != null) {
            addresses.require(server.getUserInfoEndpoint().getUri(), company);
        }
        if (IdTokenDecoders.algorithms(server.getConfigurationMetadata()).isEmpty()) {
            throw new RefusedException("identityproviders.refused.unsigned");
        }
        requireKeys(addresses.require(server.getJwkSetUri(), company));
        return metadata;
    }

    static ClientRegistration.Builder builder(String metadata) {
        Map<String, Object> said = JSON.readValue(metadata, new TypeReference<>() { });
        return ClientRegistrations.fromOidcConfiguration(Objects.requireNonNullElse(said, Map.of()));
    }

    private URI requireBare(String issuer, @Nullable TaxId company) {
        URI uri = addresses.require(issuer, company);
        if (uri.getRawQuery() != null) {
            throw new RefusedException("identityproviders.refused.address", AddressForm.readable(uri.toString()));
        }
        return uri;
    }

    /** Browsers are led there by a header, which the web server limits; what was begun keeps it in the sessions of people who are not signed in. */
    private static void requireShort(URI uri) {
        if (uri.toString().length() > LONGEST_TO_LEAD_TO) {
            throw new RefusedException("identityproviders.refused.longAddress");
        }
    }

    static ProviderDetails server(String metadata) {
        try {
            return builder(metadata).registrationId("unnamed").clientId("unknown").redirectUri("https://localhost").build().getProviderDetails();
        } catch (JacksonException | IllegalArgumentException incomplete) {
            throw new RefusedException("identityproviders.refused.incomplete");
        }
    }

    private void requireKeys(URI uri) {
        try {
            Map<String, Object> said = JSONObjectUtils.parse(read(uri));
            // "null" is JSON, too.
            if (said == null || JWKSet.parse(said).getKeys().isEmpty()) {
                throw new RefusedException("identityproviders.refused.noKeys");
            }
        } catch (ParseException e) {
            throw new RefusedException("identityproviders.refused.noKeys");
        }
    }

    private String read(URI uri) {
        long begun = System.nanoTime();
        try {
            return client.get().uri(uri).exchangeForRequiredValue((request, response) -> text(uri, response));
        } catch (ResourceAccessException e) {
            throw inVain(uri, e, begun);
        }
    }

    /**
     * What is to be told of a server that has not answered as it should.
     *
     * @param begun when it was asked, by {@link System#nanoTime}
     */
    RefusedException inVain(URI uri, RestClientException failed, long begun) {
        LOG.info("{} was asked in vain: {}", ServerWords.line(uri.toString()), ServerWords.line(failed.getMessage()));
        String host = AddressForm.readableHost(Objects.requireNonNullElse(uri.getHost(), ""));
        Optional<Throwable> line = Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause).limit(DEEPEST)
                .filter(IOException.class::isInstance).findFirst();
        if (line.isPresent()) {
            return new RefusedException(key(line.get(), Duration.ofNanos(System.nanoTime() - begun)), host);
        }
        return failed instanceof RestClientResponseException answer && answer.getStatusCode().isError()
                ? new RefusedException("identityproviders.refused.status", AddressForm.readable(uri.toString()), answer.getStatusCode().value())
                : new RefusedException("identityproviders.refused.otherwise", host);
    }

    private static String text(URI uri, ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().is3xxRedirection()) {
            throw new RefusedException("identityproviders.refused.redirect", AddressForm.readable(uri.toString()));
        }
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new RefusedException("identityproviders.refused.status", AddressForm.readable(uri.toString()), response.getStatusCode().value());
        }
        return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Of what is given up half-way nobody knows more than that the line was closed. */
    private String key(Throwable cause, Duration after) {
        boolean givenUp = after.compareTo(properties.timeout()) >= 0;
        return "identityproviders.refused." + switch (cause) {
            case InnerHostException inner -> "inner";
            case TooLongException tooLong -> "tooLong";
            case InterruptedIOException slow -> "slow";
            case SlowNameException slow -> "slow";
            case SSLException certificate -> "certificate";
            default -> givenUp ? "slow" : "unreachable";
        };
    }
}
