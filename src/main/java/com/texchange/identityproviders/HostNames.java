package com.texchange.identityproviders;

import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Looks up where names lead (DNS), for no longer than whoever asks can wait. The machine's resolver cannot be told to stop, so it goes on
 * by itself on a thread that nobody waits for: one for a name, whoever asks for it meanwhile.
 */
@Component
class HostNames {

    /** Whoever holds up all of these holds up names that are not known yet, and nothing else. Virtual threads would hold up all others, too. */
    private static final int AT_ONCE = 50;
    private static final long SECONDS_KEPT = 30;

    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(0, AT_ONCE, SECONDS_KEPT, TimeUnit.SECONDS, new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("host-names-", 0).factory());

    /**
     * @param atMost how long is waited for it
     * @throws SlowNameException    if that was too short, or too many names are looked up already
     * @throws UnknownHostException if the name leads nowhere
     */
    InetAddress[] resolve(String host, Duration atMost) throws UnknownHostException {
        try {
            return lookUp(host.toLowerCase(Locale.ROOT)).get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS).clone();
        } catch (TimeoutException slow) {
            throw new SlowNameException(host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SlowNameException(host);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SlowNameException) {
                throw new SlowNameException(host);
            }
            throw new UnknownHostException(host);
        }
    }

    private CompletableFuture<InetAddress[]> lookUp(String host) {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> others = underWay.putIfAbsent(host, mine);
        if (others != null) {
            return others;
        }
        try {
            threads.execute(() -> complete(mine, host));
        } catch (RejectedExecutionException tooMany) {
            underWay.remove(host, mine);
            mine.completeExceptionally(new SlowNameException(host));
        }
        return mine;
    }

    private void complete(CompletableFuture<InetAddress[]> asked, String host) {
        try {
            asked.complete(ask(host));
        } catch (UnknownHostException | RuntimeException failed) {
            asked.completeExceptionally(failed);
        } finally {
            underWay.remove(host, asked);
        }
    }

    /** Takes as long as the machine's resolver lets it. */
    InetAddress[] ask(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
