package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Secrets of authenticator apps as the database keeps them: encrypted by AES-GCM, and bound to the person whose they are, so that
 * nobody who can write there gives a person the secret of another.
 */
@Component
class FactorSecrets {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKey key;

    FactorSecrets(SecondFactorProperties properties) {
        String text = properties.key();
        key = text == null ? null : new SecretKeySpec(SecondFactorProperties.bytes(text), "AES");
    }

    /** Whether there is a key, without which there are no such apps. */
    boolean areKept() {
        return key != null;
    }

    byte[] encrypt(AccountId owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = apply(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
    }

    /** @throws IllegalStateException if it was encrypted by another key, or for another person */
    byte[] decrypt(AccountId owner, byte[] kept) {
        ByteBuffer parts = ByteBuffer.wrap(kept);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] text = new byte[parts.remaining()];
        parts.get(text);
        return apply(Cipher.DECRYPT_MODE, owner, nonce, text);
    }

    private byte[] apply(int mode, AccountId owner, byte[] nonce, byte[] text) {
        SecretKey known = key;
        if (known == null) {
            throw new IllegalStateException("t-exchange.accounts.second-factor.key is missing");
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, known, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2).putLong(owner.value().getMostSignificantBits())
                    .putLong(owner.value().getLeastSignificantBits()).flip());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a secret by t-exchange.accounts.second-factor.key", e);
        }
    }
}
