package com.texchange.identityproviders;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Calls servers that a company's administrator has named, and nothing that is not meant for it: each address that a name stands for is looked
 * at when it is connected to, so that no later answer of DNS leads inwards; no redirect is followed; little is read, and not for long, of which
 * looking up the name is a part. Goes to the servers directly.
 */
@Component
class ProviderHttp {

    /** Whoever holds up all of these holds up sign-ins by other slow providers, and nothing else. */
    private static final int AT_ONCE = 50;
    private static final int AT_ONCE_OF_ONE = 5;

    private final ProviderProperties properties;
    private final HostNames names;
    private final CloseableHttpClient client;
    /** When what this thread asks has to be over, by {@link System#nanoTime}: whoever looks up a name for it has what is left. */
    private final ThreadLocal<Long> until = new ThreadLocal<>();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("identity-provider-deadlines").factory());

    ProviderHttp(ProviderProperties properties, HostNames names) {
        this.properties = properties;
        this.names = names;
        Timeout timeout = Timeout.of(properties.timeout());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new Guard())
                        .setMaxConnTotal(AT_ONCE).setMaxConnPerRoute(AT_ONCE_OF_ONE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(timeout).setResponseTimeout(timeout).build())
                .addExecInterceptorFirst("limit", this::limited)
                .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries()
                .disableContentCompression().disableConnectionState().setUserAgent("T-Exchange").build();
    }

    private ClassicHttpResponse limited(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        until.set(System.nanoTime() + properties.timeout().toNanos());
        try {
            return limited(chain.proceed(request, scope));
        } catch (IllegalStateException released) {
            if (!scope.execRuntime.isExecutionAborted()) {
                throw released;
            }
            // Given up in the moment in which there was a connection for it.
            throw new InterruptedIOException("given up before it was connected");
        } finally {
            until.remove();
        }
    }

    private static ClassicHttpResponse limited(ClassicHttpResponse response) {
        HttpEntity answer = response.getEntity();
        if (answer != null) {
            response.setEntity(new LimitedAnswer(answer));
        }
        return response;
    }

    RestClient.Builder client() {
        return RestClient.builder().requestFactory(requests()).uriBuilderFactory(asTheyAre());
    }

    /** The same for what takes no {@link RestClient}. */
    RestTemplate template() {
        RestTemplate template = new RestTemplate(requests());
        template.setUriTemplateHandler(asTheyAre());
        return template;
    }

    /** Servers write their addresses as they want to be asked. */
    private static DefaultUriBuilderFactory asTheyAre() {
        DefaultUriBuilderFactory addresses = new DefaultUriBuilderFactory();
        addresses.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.NONE);
        return addresses;
    }

    private ClientHttpRequestFactory requests() {
        return new HttpComponentsClientHttpRequestFactory(client) {
            @Override
            protected void postProcessHttpRequest(ClassicHttpRequest request) {
                // Whoever sends a byte now and then never comes to the time-out of a socket.
                Duration whole = properties.timeout();
                if (request instanceof HttpUriRequestBase cancellable) {
                    deadlines.schedule(cancellable::cancel, whole.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        };
    }

    @PreDestroy
    void close() throws Exception {
        deadlines.shutdownNow();
        client.close();
    }

    /** Says where a name leads, of those that may be gone to. */
    private final class Guard implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            InetAddress[] addresses = names.resolve(host, left());
            if (!properties.isInternal(host, port) && Arrays.stream(addresses).anyMatch(InnerAddresses::contain)) {
                throw new InnerHostException(host);
            }
            return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
        }

        /** Nothing is gone to without a port. */
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        private Duration left() {
            Long end = until.get();
            return end == null ? properties.timeout() : Duration.ofNanos(end - System.nanoTime());
        }

        /** Kerberos asks for it, which is not used. */
        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
