package com.texchange.accounts;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's parameters (19 MiB, two passes). Every hash takes that memory for a while, and threads are
 * virtual and many: so only a few hashes are computed at once, the others wait.
 */
@Component
class PasswordHashing implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private final PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore computing = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return bounded(() -> argon2.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return Boolean.TRUE.equals(bounded(() -> argon2.matches(password, hash)));
    }

    private <T> @Nullable T bounded(Supplier<@Nullable T> hashing) {
        computing.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            computing.release();
        }
    }
}
