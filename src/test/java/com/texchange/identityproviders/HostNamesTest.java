package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.client.ResourceAccessException;

/** A name server that says nothing holds up nobody for longer than a server that says nothing. */
@Timeout(30)
class HostNamesTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String HANGS = "hangs.example.com";
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HostNames names = new HostNames() {
        @Override
        InetAddress[] ask(String host) throws UnknownHostException {
            asked.incrementAndGet();
            if (host.endsWith(HANGS)) {
                waitForAnswer();
            }
            if (host.startsWith("unknown")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    };

    @AfterEach
    void stop() {
        answered.countDown();
        names.close();
    }

    private void waitForAnswer() {
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyWaitsForANameLongerThanAllowed() {
        assertThatThrownBy(() -> names.resolve(HANGS, SHORT)).isInstanceOf(SlowNameException.class);
        assertThatThrownBy(() -> names.resolve(HANGS, Duration.ofSeconds(-1))).isInstanceOf(SlowNameException.class);
    }

    @Test
    void whoeverAsksForTheSameNameMeanwhileWaitsForTheSameAnswer() throws UnknownHostException {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> names.resolve(HANGS.toUpperCase(Locale.ROOT), Duration.ofMillis(1))).isInstanceOf(SlowNameException.class);
        }
        assertThat(asked).hasValueLessThanOrEqualTo(1);
        answered.countDown();
        assertThat(names.resolve(HANGS, Duration.ofSeconds(20))).containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    void ofTooManyNamesAtOnceTheRestIsRefusedAtOnceAndKnownLater() throws UnknownHostException {
        IntStream.range(0, 50).forEach(i ->
                assertThatThrownBy(() -> names.resolve(i + "." + HANGS, Duration.ZERO)).isInstanceOf(SlowNameException.class));
        assertThatThrownBy(() -> names.resolve("login.example.com", Duration.ofDays(1))).isInstanceOf(SlowNameException.class);
        answered.countDown();
        await().untilAsserted(() -> assertThat(names.resolve("login.example.com", Duration.ofSeconds(20))).hasSize(1));
        assertThatThrownBy(() -> names.resolve("unknown.example.com", Duration.ofSeconds(20))).isExactlyInstanceOf(UnknownHostException.class);
    }

    @Test
    void aRequestEndsWithItsDeadlineWhileItsNameIsLookedUp() throws Exception {
        ProviderProperties properties = new ProviderProperties(Set.of(), SHORT);
        ProviderHttp http = new ProviderHttp(properties, names);
        assertThatThrownBy(() -> http.client().build().get().uri("https://" + HANGS + "/keys").retrieve().body(String.class))
                .isInstanceOf(ResourceAccessException.class);
        http.close();
    }

    @Test
    void anAdministratorIsToldThatItWasTooSlow() {
        ProviderAddress addresses = new ProviderAddress(new ProviderProperties(Set.of(), SHORT), names);
        assertThatThrownBy(() -> addresses.require("https://" + HANGS, null)).isInstanceOf(RefusedException.class)
                .hasMessage("identityproviders.refused.slow");
        assertThatThrownBy(() -> addresses.require("https://unknown.example.com", null)).hasMessage("identityproviders.refused.unknownHost");
    }

    @Test
    void whatIsRefusedForItsNameIsSaidToBeSlow() {
        ProviderProperties properties = new ProviderProperties(Set.of(), SHORT);
        ProviderHttp http = new ProviderHttp(properties, names);
        Discovery discovery = new Discovery(new ProviderAddress(properties, names), properties, http);
        assertThatThrownBy(() -> http.client().build().get().uri("https://" + HANGS + "/keys").retrieve().body(String.class))
                .isInstanceOfSatisfying(ResourceAccessException.class, failed -> assertThat(
                        discovery.inVain(URI.create("https://" + HANGS), failed, System.nanoTime())).hasMessage("identityproviders.refused.slow"));
    }
}
