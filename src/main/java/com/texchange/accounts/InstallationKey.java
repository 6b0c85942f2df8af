package com.texchange.accounts;

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
 * Encrypts what the database keeps and must not be able to tell, by AES-GCM and the installation's key. Each secret is bound to whose it
 * is, so that nobody who can write there gives one owner the secret of another.
 */
@Component
public class InstallationKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKey key;

    InstallationKey(SecondFactorProperties properties) {
        String text = properties.key();
        key = text == null ? null : new SecretKeySpec(SecondFactorProperties.bytes(text), "AES");
    }

    /** Whether there is one; without it nothing can be kept so. */
    public boolean isThere() {
        return key != null;
    }

    /** @param owner whose secret it is, as {@link #decrypt} is told again */
    public byte[] encrypt(byte[] owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = apply(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
    }

    /** @throws IllegalStateException if it was encrypted by another key, or for another owner */
    public byte[] decrypt(byte[] owner, byte[] kept) {
        ByteBuffer parts = ByteBuffer.wrap(kept);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] text = new byte[parts.remaining()];
        parts.get(text);
        return apply(Cipher.DECRYPT_MODE, owner, nonce, text);
    }

    private byte[] apply(int mode, byte[] owner, byte[] nonce, byte[] text) {
        SecretKey known = key;
        if (known == null) {
            throw new IllegalStateException("t-exchange.accounts.second-factor.key is missing");
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, known, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a secret by t-exchange.accounts.second-factor.key", e);
        }
    }
}
