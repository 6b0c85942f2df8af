package com.texchange.accounts;

import com.texchange.mail.OperatorProperties;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks browsers for passkeys and verifies their answers, by Spring Security's WebAuthn. A device has to have made sure that it is its
 * owner, by a PIN, a finger or a face: so a passkey is two factors in one.
 */
@Component
class PasskeyCeremonies {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("passkeys", "nobody", List.of(() -> "ROLE_ANONYMOUS"));

    private final PasskeyRows rows;
    private final PasskeyOwners owners;
    private final PasskeyProperties properties;
    private final OperatorProperties operator;
    private final Environment environment;
    private final Clock clock;
    /** Made when it is first needed: then it is known where the application listens. */
    private final SingletonSupplier<Webauthn4JRelyingPartyOperations> operations = SingletonSupplier.of(this::operations);

    PasskeyCeremonies(PasskeyRows rows, PasskeyOwners owners, PasskeyProperties properties, OperatorProperties operator,
            Environment environment, Clock clock) {
        this.rows = rows;
        this.owners = owners;
        this.properties = properties;
        this.operator = operator;
        this.environment = environment;
        this.clock = clock;
    }

    private Webauthn4JRelyingPartyOperations operations() {
        String host = Objects.requireNonNullElse(operator.baseUrl().getHost(), "localhost");
        String id = properties.relyingPartyId();
        Webauthn4JRelyingPartyOperations made = new Webauthn4JRelyingPartyOperations(owners, rows, PublicKeyCredentialRpEntity.builder()
                .id(id == null || id.isBlank() ? host : id.strip()).name(properties.name()).build(),
                properties.origins().isEmpty() ? origins(host) : properties.origins());
        made.setCustomizeCreationOptions(options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED).residentKey(ResidentKeyRequirement.REQUIRED).build()));
        made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return made;
    }

    /** On one's own machine the application may listen on another port than its address says; mostly it is the same. */
    private Set<String> origins(String host) {
        URI url = operator.baseUrl();
        // Browsers leave out the port that a scheme has anyway.
        boolean usual = url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        String origin = url.getScheme() + "://" + host + (usual ? "" : ":" + url.getPort());
        String port = environment.getProperty("local.server.port");
        return host.equals("localhost") && port != null ? new LinkedHashSet<>(List.of(origin, "http://localhost:" + port)) : Set.of(origin);
    }

    private Webauthn4JRelyingPartyOperations known() {
        return Objects.requireNonNull(operations.obtain());
    }

    /** @param owner whose passkeys will do; null for whoever's */
    AskedPasskey ask(@Nullable Account owner) {
        PublicKeyCredentialRequestOptions options = known().createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(owner == null ? NOBODY : of(owner)));
        return new AskedPasskey(options, JSON.writeValueAsString(options), clock.instant());
    }

    /**
     * Whose passkey an answer is made by; the name is the owner's address.
     *
     * @throws PasskeyRefusedException if it is none, none of those that were asked for, or an answer to something else
     */
    PublicKeyCredentialUserEntity verify(@Nullable AskedPasskey asked, String answer) {
        String owner = null;
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> shown = JSON.readValue(answer, new TypeReference<>() { });
            owner = owner(shown.getRawId());
            PublicKeyCredentialRequestOptions options = Optional.ofNullable(asked).flatMap(kept -> kept.take(clock.instant()))
                    .orElseThrow(() -> new BadCredentialsException("nothing was asked, or too long ago"));
            return known().authenticate(new RelyingPartyAuthenticationRequest(options, shown));
        } catch (RuntimeException refused) {
            throw new PasskeyRefusedException(refused, owner);
        }
    }

    private @Nullable String owner(Bytes passkey) {
        CredentialRecord known = rows.findByCredentialId(passkey);
        PublicKeyCredentialUserEntity owner = known == null ? null : owners.findById(known.getUserEntityUserId());
        return owner == null ? null : owner.getName();
    }

    NewPasskey begin(Account owner) {
        PublicKeyCredentialCreationOptions options = known().createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(of(owner)));
        return new NewPasskey(options, JSON.writeValueAsString(options));
    }

    /**
     * Keeps a passkey that a browser has made.
     *
     * @throws PasskeyRefusedException if it is none, not what was asked for, or asked for of somebody else
     */
    void keep(NewPasskey asked, String answer, String name, Account owner) {
        try {
            if (!asked.isFor(owner.id())) {
                throw new BadCredentialsException("somebody else was asked");
            }
            PublicKeyCredential<AuthenticatorAttestationResponse> made = JSON.readValue(answer, new TypeReference<>() { });
            known().registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked.options(), new RelyingPartyPublicKey(made, name)));
        } catch (RuntimeException unverified) {
            throw new PasskeyRefusedException(unverified, owner.email().value());
        }
    }

    private static Authentication of(Account owner) {
        return UsernamePasswordAuthenticationToken.authenticated(owner.email().value(), null, List.of());
    }
}
