package com.texchange.accounts;

import com.texchange.common.RefusedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's parameters (19 MiB, two passes). A hash holds a processor for tens of milliseconds, and never lets go of it:
 * on the threads that carry the virtual ones, as many hashes as there are processors would stop every page. So a few threads of
 * its own compute them, fewer than there are processors, and what would wait for long is refused.
 */
@Component
class PasswordHashing implements PasswordEncoder, DisposableBean {

    static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    /** For each thread: about two seconds' work. */
    private static final int WAITING = 24;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder hash;
    private final ThreadPoolExecutor computing;

    @Autowired
    PasswordHashing() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES), THREADS, WAITING * THREADS);
    }

    /**
     * @param threads that compute hashes
     * @param waiting hashes that may wait for one of them
     */
    PasswordHashing(PasswordEncoder hash, int threads, int waiting) {
        this.hash = hash;
        this.computing = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("password-hashing-", 0).factory());
        computing.allowCoreThreadTimeOut(true);
    }

    /** @throws RefusedException if too many are waiting */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return compute(() -> hash.encode(password));
    }

    /** @throws RefusedException if too many are waiting */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return Boolean.TRUE.equals(compute(() -> hash.matches(password, encoded)));
    }

    private <T> @Nullable T compute(Supplier<@Nullable T> work) {
        Future<@Nullable T> result = submit(work);
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    private <T> Future<@Nullable T> submit(Supplier<@Nullable T> work) {
        try {
            return computing.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw new RefusedException("accounts.busy");
        }
    }

    @Override
    public void destroy() {
        computing.shutdown();
    }
}
