package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** Secrets of authenticator apps as the database keeps them: encrypted, and bound to the person whose they are. */
@Component
class FactorSecrets {

    private final InstallationKey key;

    FactorSecrets(InstallationKey key) {
        this.key = key;
    }

    /** Whether there is a key, without which there are no such apps. */
    boolean areKept() {
        return key.isThere();
    }

    byte[] encrypt(AccountId owner, byte[] secret) {
        return key.encrypt(bytes(owner), secret);
    }

    /** @throws IllegalStateException if it was encrypted by another key, or for another person */
    byte[] decrypt(AccountId owner, byte[] kept) {
        return key.decrypt(bytes(owner), kept);
    }

    private static byte[] bytes(AccountId owner) {
        return ByteBuffer.allocate(Long.BYTES * 2).putLong(owner.value().getMostSignificantBits())
                .putLong(owner.value().getLeastSignificantBits()).array();
    }
}
