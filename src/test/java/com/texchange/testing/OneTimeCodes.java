package com.texchange.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.texchange.accounts.NewAuthenticator;
import com.texchange.accounts.SecondFactors;
import com.texchange.common.Actor;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A person's app for codes. */
public final class OneTimeCodes {

    private final byte[] secret;

    private OneTimeCodes(byte[] secret) {
        this.secret = secret;
    }

    /** @param key as a page shows it to whoever adds an app */
    public static OneTimeCodes of(String key) {
        return new OneTimeCodes(new Base32().decode(key.replace(" ", "")));
    }

    /** Gives a person an app. A code is good once, so that the one of now still is. */
    public static OneTimeCodes add(SecondFactors factors, Actor person) {
        NewAuthenticator app = factors.begin(person);
        OneTimeCodes codes = of(app.text());
        factors.add(app, codes.code(-1), person);
        return codes;
    }

    public String code() {
        return code(0);
    }

    /** @param steps later than now */
    public String code(int steps) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()),
                    Instant.now().plus(codes.getTimeStep().multipliedBy(steps)), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
