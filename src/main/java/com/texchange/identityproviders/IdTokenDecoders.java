package com.texchange.identityproviders;

import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Verifies ID tokens as {@link OidcIdTokenDecoderFactory} does; but its keys come by {@link ProviderHttp}, and it takes each way of signing
 * by a public key that the server says it uses. Keys are read anew for each sign-in, so that a server's change of them counts at once.
 */
@Component
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

    /** Servers have one or two, and some more while they change them. */
    private static final int MOST_KEYS = 16;
    private static final int LONGEST_MODULUS = 8192;
    /** Bits. Verifying takes as many steps: 65537, which all use, has 17. */
    private static final int LONGEST_EXPONENT = 32;

    private final RestTemplate keys;

    IdTokenDecoders(ProviderHttp http) {
        keys = http.template();
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        ProviderDetails server = registration.getProviderDetails();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(server.getJwkSetUri())).restOperations(keys)
                .jwsAlgorithms(known -> known.addAll(algorithms(server.getConfigurationMetadata())))
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(bounded(processor.getJWSKeySelector()))).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** A token that names no key is tried by each that could be meant. A server could name hundreds, each dear to try by. */
    private static JWSKeySelector<SecurityContext> bounded(JWSKeySelector<SecurityContext> all) {
        return (header, context) -> all.selectJWSKeys(header, context).stream().filter(IdTokenDecoders::isUsual).limit(MOST_KEYS).toList();
    }

    private static boolean isUsual(Key key) {
        return !(key instanceof RSAPublicKey rsa)
                || rsa.getModulus().bitLength() <= LONGEST_MODULUS && rsa.getPublicExponent().bitLength() <= LONGEST_EXPONENT;
    }

    /** Neither "none" nor those by a shared secret are among them. */
    static Set<SignatureAlgorithm> algorithms(Map<String, Object> metadata) {
        return listed(metadata, "id_token_signing_alg_values_supported").stream().map(Object::toString)
                .map(SignatureAlgorithm::from).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** What the server lists under a name of its metadata; nothing if that is no list. */
    private static List<?> listed(Map<String, Object> metadata, String name) {
        return metadata.get(name) instanceof List<?> list ? list : List.of();
    }
}
