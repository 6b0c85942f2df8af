package com.texchange.passwords;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The codes of authenticator apps (RFC 6238): six digits, another one every 30 seconds. */
public final class TimedCodes {

    /** As long as the hash, as RFC 4226 advises. */
    private static final int SECRET_BYTES = 20;
    private static final String ISSUER = "T-Exchange";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private TimedCodes() {
    }

    public static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** As a person types it into the app. */
    public static String text(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** What the app reads from a picture. */
    public static String uri(byte[] secret, String address) {
        return "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(address, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + text(secret) + "&issuer=" + ISSUER;
    }

    public static String code(byte[] secret, Instant at) {
        Key key = new SecretKeySpec(secret, CODES.getAlgorithm());
        try {
            return CODES.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }

    /** Which step of time a code is of: this one, or one beside it, since clocks differ and people are slow. */
    public static OptionalLong step(byte[] secret, String typed, Instant now) {
        long step = CODES.getTimeStep().toSeconds();
        long current = Math.floorDiv(now.getEpochSecond(), step);
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(one -> MessageDigest.isEqual(code(secret, Instant.ofEpochSecond(one * step)).getBytes(StandardCharsets.UTF_8),
                        typed.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }
}
