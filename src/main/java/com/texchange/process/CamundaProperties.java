package com.texchange.process;

import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Where the engine is and how it is spoken to. Credentials: {@code basic}, {@code oauth} or none, by what is set.
 *
 * @param grpcAddress      {@code http://} without or {@code https://} with TLS; workers, messages, deployment
 * @param restAddress      as above; commands on user tasks. The default keeps clear of the application's own 8080
 * @param operateAddress   where people reach Operate, {@code http://} or {@code https://}; without it there are no links
 * @param caCertificate    PEM file of the authority that signed the cluster's certificate, if the JVM does not know it
 * @param jobTimeout       how long a handler may take before the engine gives the job to another worker
 * @param maxJobsActive    jobs of one type that this application holds at the same time
 * @param executionThreads handlers that run at the same time, of all types; most of them wait for a database connection
 * @param messageTtl       how long the engine keeps a message that nothing waits for yet. Longer than a weekend: a step
 *                         that is stuck on an incident must not cost the decision that a person sent meanwhile. The
 *                         engine also refuses a repeated message id for as long
 * @param requestTimeout   for one command
 * @param retryBackoff     the wait before a failed job's first retry; each further one waits four times as long
 * @param drainTimeout     how long a shutdown waits for running handlers
 * @param recreateLostInstances whether a start begins the processes that the engine does not have, as after a cluster was
 *                         rebuilt from nothing; an engine that is unknown takes the place of the one before
 */
@Validated
@ConfigurationProperties("t-exchange.camunda")
record CamundaProperties(
        @DefaultValue("http://localhost:26500") URI grpcAddress,
        @DefaultValue("http://localhost:8088") URI restAddress,
        @Nullable URI operateAddress,
        @Nullable Path caCertificate,
        @Nullable Basic basic,
        @Nullable OAuth oauth,
        @DefaultValue("2m") Duration jobTimeout,
        @DefaultValue("32") @Positive int maxJobsActive,
        @DefaultValue("16") @Positive int executionThreads,
        @DefaultValue("3d") Duration messageTtl,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("5s") Duration retryBackoff,
        @DefaultValue("20s") Duration drainTimeout,
        @DefaultValue("false") boolean recreateLostInstances) {

    private static final String PREFIX = "t-exchange.camunda.";

    CamundaProperties {
        requireHttp("grpc-address", grpcAddress);
        requireHttp("rest-address", restAddress);
        operateAddress = operateAddress == null || operateAddress.toString().isBlank() ? null : operateAddress;
        if (operateAddress != null) {
            requireHttp("operate-address", operateAddress);
        }
        Map.of("job-timeout", jobTimeout, "message-ttl", messageTtl, "request-timeout", requestTimeout,
                "retry-backoff", retryBackoff, "drain-timeout", drainTimeout).forEach(CamundaProperties::requirePositive);
        basic = basic == null || isUnset(basic.required()) ? null : basic;
        oauth = oauth == null || isUnset(oauth.required()) ? null : oauth;
        require(basic == null || oauth == null, "basic.* and " + PREFIX + "oauth.* are both set; set one of them");
        if (basic != null) {
            requireAll("basic", basic.required());
        }
        if (oauth != null) {
            requireAll("oauth", oauth.required());
        }
        if (caCertificate != null) {
            require(Files.isReadable(caCertificate), "ca-certificate is no readable file: " + caCertificate);
            require(isTls(grpcAddress) || isTls(restAddress), "ca-certificate is set, but neither address is https");
        }
    }

    /** User and password, as set up in the cluster. */
    record Basic(@DefaultValue("") String username, @DefaultValue("") String password) {

        private Map<String, String> required() {
            return Map.of("username", username, "password", password);
        }

        @Override
        public String toString() {
            return "Basic[username=" + username + "]";
        }
    }

    /** OAuth 2.0 client credentials; the scope is optional. */
    record OAuth(@DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
            @DefaultValue("") String tokenUrl, @DefaultValue("") String audience, @DefaultValue("") String scope) {

        private Map<String, String> required() {
            return Map.of("client-id", clientId, "client-secret", clientSecret, "token-url", tokenUrl,
                    "audience", audience);
        }

        @Override
        public String toString() {
            return "OAuth[clientId=" + clientId + ", tokenUrl=" + tokenUrl + "]";
        }
    }

    private static boolean isUnset(Map<String, String> values) {
        return values.values().stream().noneMatch(StringUtils::hasText);
    }

    private static void requireAll(String group, Map<String, String> values) {
        String missing = values.entrySet().stream()
                .filter(value -> !StringUtils.hasText(value.getValue()))
                .map(value -> PREFIX + group + "." + value.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Credentials for Camunda are incomplete, missing: " + missing);
        }
    }

    private static void requireHttp(String name, URI address) {
        require(("http".equals(address.getScheme()) || isTls(address)) && address.getHost() != null,
                name + " must be http://host:port or https://host:port, but is: " + address);
    }

    private static void requirePositive(String name, Duration value) {
        require(value.isPositive(), name + " must be longer than zero");
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(PREFIX + otherwise);
        }
    }

    private static boolean isTls(URI address) {
        return "https".equals(address.getScheme());
    }
}
