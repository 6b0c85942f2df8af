package com.texchange.passwords;

import com.texchange.common.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with OWASP's parameters (19 MiB, two passes), on {@link PasswordThreads}, so that a bounded number is computed at once. */
@Component
class PasswordHashing implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder hash;
    private final PasswordThreads threads;

    @Autowired
    PasswordHashing(PasswordThreads threads) {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES), threads);
    }

    PasswordHashing(PasswordEncoder hash, PasswordThreads threads) {
        this.hash = hash;
        this.threads = threads;
    }

    /** @throws RefusedException if too many are waiting */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return threads.compute(() -> hash.encode(password));
    }

    /** @throws RefusedException if too many are waiting */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return Boolean.TRUE.equals(threads.compute(() -> hash.matches(password, encoded)));
    }
}
