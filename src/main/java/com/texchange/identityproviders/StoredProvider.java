package com.texchange.identityproviders;

import com.texchange.common.CompanyId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code identity_provider}.
 *
 * @param issuer       as the server calls itself
 * @param clientSecret encrypted
 * @param metadata     JSON
 * @param generation   another one with another server or application there, and when it was off; what has begun by an earlier one is over
 */
record StoredProvider(CompanyId companyId, String issuer, String clientId, byte[] clientSecret, String metadata, boolean enabled,
        boolean trustsFactor, Instant checkedAt, UUID generation) {

    private static final int LONGEST = 500;
    private static final byte[] PURPOSE = "identity provider ".getBytes(StandardCharsets.US_ASCII);

    /** To whom the secret is bound. */
    static byte[] owner(CompanyId company) {
        UUID id = company.value();
        return ByteBuffer.allocate(PURPOSE.length + Long.BYTES * 2).put(PURPOSE).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array();
    }

    /** For people. */
    String readableIssuer() {
        return AddressForm.readable(issuer);
    }

    /** For people. */
    String host() {
        return AddressForm.readableHost(Objects.requireNonNullElse(URI.create(issuer).getHost(), issuer));
    }

    /** Where it leads people and this application, as it says itself. */
    String endpoints() {
        JsonNode said = JsonMapper.shared().readTree(metadata);
        return Stream.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri").map(name -> said.path(name).asString(""))
                .map(address -> address.substring(0, Math.min(LONGEST, address.length()))).collect(Collectors.joining(" "));
    }

    /** Whether who is known there by a name would be known by another one. */
    boolean knowsOthersThan(String otherIssuer, String otherClientId) {
        return !issuer.equals(otherIssuer) || !clientId.equals(otherClientId);
    }

    /** The same as the server describes itself now. */
    StoredProvider describedBy(String now) {
        return new StoredProvider(companyId, issuer, clientId, clientSecret, now, enabled, trustsFactor, checkedAt, generation);
    }

    /** Without what is nobody's to read. */
    @Override
    public String toString() {
        return "StoredProvider[" + companyId + ", " + issuer + "]";
    }
}
