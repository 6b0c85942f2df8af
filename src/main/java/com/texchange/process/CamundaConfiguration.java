package com.texchange.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.camunda.client.impl.oauth.OAuthCredentialsProviderBuilder;
import io.grpc.ClientInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client. It connects when it is first used, so the application starts while the engine is down. */
@Configuration(proxyBeanMethods = false)
class CamundaConfiguration {

    /** {@link ClientShutdown} closes it. */
    @Bean(destroyMethod = "")
    CamundaClient camundaClient(CamundaProperties properties, TakenJobs taken, List<ClientInterceptor> interceptors) {
        CamundaClientBuilder builder = CamundaClient.newClientBuilder()
                // What is configured here holds; the client's own environment variables would win over it silently.
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(properties.grpcAddress())
                .restAddress(properties.restAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(properties.requestTimeout())
                .defaultJobTimeout(properties.jobTimeout())
                .defaultMessageTimeToLive(properties.messageTtl())
                .jobWorkerExecutor(new JobThreads(properties.executionThreads(), taken), true)
                .withInterceptors(interceptors.toArray(ClientInterceptor[]::new));
        CredentialsProvider credentials = credentials(properties);
        if (credentials != null) {
            builder.credentialsProvider(credentials);
        }
        if (properties.caCertificate() != null) {
            builder.caCertificatePath(properties.caCertificate().toString());
        }
        return builder.build();
    }

    private static @Nullable CredentialsProvider credentials(CamundaProperties properties) {
        CamundaProperties.Basic basic = properties.basic();
        if (basic != null) {
            return new BasicAuthCredentialsProviderBuilder()
                    .applyEnvironmentOverrides(false)
                    .username(basic.username())
                    .password(basic.password())
                    .build();
        }
        CamundaProperties.OAuth oauth = properties.oauth();
        return oauth == null ? null : oauthCredentials(oauth);
    }

    private static CredentialsProvider oauthCredentials(CamundaProperties.OAuth oauth) {
        OAuthCredentialsProviderBuilder builder = new OAuthCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .clientId(oauth.clientId())
                .clientSecret(oauth.clientSecret())
                .authorizationServerUrl(oauth.tokenUrl())
                .audience(oauth.audience())
                .credentialsCachePath(tokenCache());
        if (!oauth.scope().isBlank()) {
            builder.scope(oauth.scope());
        }
        return builder.build();
    }

    /** A folder that only this user can read, and a new one for each run: the default is a file in the home directory. */
    private static String tokenCache() {
        try {
            return Files.createTempDirectory("t-exchange-camunda").resolve("credentials").toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a folder for Camunda's access tokens", e);
        }
    }
}
