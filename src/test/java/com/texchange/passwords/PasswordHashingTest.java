package com.texchange.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {

    private static final int TRIES = 60;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Watched watched = new Watched();

    @AfterEach
    void letGo() {
        watched.release.countDown();
        people.shutdown();
    }

    @Test
    void usesArgon2idWithASaltOfItsOwn() {
        PasswordHashing hashing = new PasswordHashing(new PasswordThreads());
        String hash = hashing.encode("тёплый чай с лимоном");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hashing.encode("тёплый чай с лимоном"));
        assertThat(hashing.matches("тёплый чай с лимоном", hash)).isTrue();
        assertThat(hashing.matches("тёплый чай с лимоном ", hash)).isFalse();
        assertThat(hashing.matches("anything", null)).isFalse();
    }

    @Test
    void leavesAProcessorToThePagesWhereThereAreTwo() {
        assertThat(PasswordThreads.THREADS).isPositive()
                .isLessThan(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Sixty at once: none is hashed on a thread that carries others, and never more than the pool has. */
    @Test
    void hashesOnThreadsOfItsOwnAndRefusesWhatWouldWaitForLong() {
        PasswordHashing hashing = new PasswordHashing(watched, new PasswordThreads(2, 10));
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            tries.add(people.submit(() -> hashing.matches("wrong", "hash")));
        }

        await().untilAsserted(() -> assertThat(tries.stream().filter(Future::isDone)).hasSize(TRIES - 12));
        assertThat(tries.stream().filter(Future::isDone)).allSatisfy(refused -> assertThat(refused.exceptionNow())
                .isInstanceOf(RefusedException.class).hasMessage("passwords.busy"));
        assertThatThrownBy(() -> hashing.encode("another")).hasMessage("passwords.busy");

        watched.release.countDown();
        await().until(() -> tries.stream().allMatch(Future::isDone));
        assertThat(watched.threads).hasSize(2).allSatisfy(thread -> {
            assertThat(thread.isVirtual()).isFalse();
            assertThat(thread.getName()).startsWith("passwords-");
        });
        assertThat(hashing.encode("another")).isEqualTo("hash of another");
    }

    /** Takes as long as it is told. */
    private static final class Watched implements PasswordEncoder {

        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public String encode(CharSequence password) {
            work();
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            work();
            return false;
        }

        private void work() {
            threads.add(Thread.currentThread());
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
