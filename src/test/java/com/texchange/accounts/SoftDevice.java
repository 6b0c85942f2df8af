package com.texchange.accounts;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser before it, as a site sees them: what it is asked and answers is WebAuthn's JSON. */
final class SoftDevice {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;
    private final KeyPair keys = newKeys();
    private final byte[] id = new byte[32];
    private String origin;
    private boolean verifies = true;
    private int count;

    SoftDevice(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    /** From now on its browser is at a page of somebody else's. */
    void goTo(String other) {
        origin = other;
    }

    /** From now on it asks its owner for nothing but a touch. */
    void verifyNobody() {
        verifies = false;
    }

    /** As a copy does that knows nothing of the last uses. */
    void forgetUses(int some) {
        count -= some;
    }

    /** Makes the passkey. */
    String make(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        byte[] data = data(asked.at("/rp/id").asString(), WITH_KEY, join(new byte[16], new byte[] {0, (byte) id.length}, id, coseKey()));
        byte[] attestation = join(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"
                + "59" + "%04x".formatted(data.length)), data);
        return answer(Map.of("attestationObject", text(attestation), "clientDataJSON", text(client("webauthn.create", asked)),
                "transports", new String[] {"internal"}));
    }

    /** Shows it. */
    String show(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        count++;
        byte[] data = data(asked.at("/rpId").asString(), 0, new byte[0]);
        byte[] client = client("webauthn.get", asked);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(data, sha256(client)));
            return answer(Map.of("authenticatorData", text(data), "clientDataJSON", text(client), "signature", text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String answer(Map<String, Object> response) {
        return JsonMapper.shared().writeValueAsString(Map.of("id", text(id), "rawId", text(id), "type", "public-key", "response", response,
                "clientExtensionResults", Map.of()));
    }

    private byte[] client(String type, JsonNode asked) {
        return JsonMapper.shared().writeValueAsBytes(Map.of("type", type, "challenge", asked.get("challenge").asString(), "origin", origin,
                "crossOrigin", false));
    }

    private byte[] data(String site, int flags, byte[] more) {
        byte[] head = ByteBuffer.allocate(37).put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0))).putInt(count).array();
        return join(head, more);
    }

    /** An EC2 key of P-256 for ES256, in CBOR. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return join(HexFormat.of().parseHex("a5010203262001215820"), coordinate(key.getW().getAffineX()),
                HexFormat.of().parseHex("225820"), coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        return HexFormat.of().parseHex("%064x".formatted(number));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
