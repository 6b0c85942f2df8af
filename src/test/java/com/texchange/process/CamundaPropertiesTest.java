package com.texchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CamundaPropertiesTest {

    @Test
    void hasDefaultsForAnUnprotectedEngineOnThisMachine() {
        CamundaProperties properties = bind(Map.of());

        assertThat(properties.grpcAddress()).isEqualTo(URI.create("http://localhost:26500"));
        assertThat(properties.restAddress()).isEqualTo(URI.create("http://localhost:8088"));
        assertThat(properties.basic()).isNull();
        assertThat(properties.oauth()).isNull();
        assertThat(properties.messageTtl()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void readsBasicCredentialsAndHidesThePassword() {
        CamundaProperties properties = bind(Map.of("basic.username", "app", "basic.password", "secret-word"));

        assertThat(properties.basic()).isEqualTo(new CamundaProperties.Basic("app", "secret-word"));
        assertThat(properties.toString()).doesNotContain("secret-word");
    }

    @Test
    void treatsEmptyCredentialsAsNone() {
        CamundaProperties properties = bind(Map.of("basic.username", "", "oauth.client-id", ""));

        assertThat(properties.basic()).isNull();
        assertThat(properties.oauth()).isNull();
    }

    @Test
    void namesTheMissingPartOfBasicCredentials() {
        assertThatThrownBy(() -> bind(Map.of("basic.username", "app")))
                .rootCause().hasMessageContaining("missing: t-exchange.camunda.basic.password");
    }

    @Test
    void namesTheMissingPartsOfOAuthCredentials() {
        assertThatThrownBy(() -> bind(Map.of("oauth.client-id", "app", "oauth.audience", "camunda")))
                .rootCause().hasMessageEndingWith(
                        "missing: t-exchange.camunda.oauth.client-secret, t-exchange.camunda.oauth.token-url");
    }

    @Test
    void refusesTwoKindsOfCredentials() {
        assertThatThrownBy(() -> bind(Map.of("basic.username", "app", "oauth.client-id", "app")))
                .rootCause().hasMessageContaining("set one of them");
    }

    @Test
    void refusesAnAddressWithoutScheme() {
        assertThatThrownBy(() -> bind(Map.of("grpc-address", "localhost:26500")))
                .rootCause().hasMessageContaining("t-exchange.camunda.grpc-address must be http://host:port");
    }

    @Test
    void refusesACertificateThatIsNotThere() {
        assertThatThrownBy(() -> bind(Map.of("ca-certificate", "no-such-file.pem")))
                .rootCause().hasMessageContaining("ca-certificate is no readable file");
    }

    @Test
    void refusesADurationOfZero() {
        assertThatThrownBy(() -> bind(Map.of("job-timeout", "0s")))
                .rootCause().hasMessageContaining("t-exchange.camunda.job-timeout must be longer than zero");
    }

    @Test
    void operateIsLinkedToOnlyWhereItsAddressIsKnown() {
        assertThat(new OperateLinks(bind(Map.of("operate-address", ""))).processInstance(7)).isEmpty();
        assertThat(new OperateLinks(bind(Map.of("operate-address", "https://camunda.example.com/operate/")))
                .processInstance(7)).contains("https://camunda.example.com/operate/processes/7");
    }

    @Test
    void refusesAnAddressOfOperateThatIsNoWebPage() {
        assertThatThrownBy(() -> bind(Map.of("operate-address", "javascript:alert(1)")))
                .rootCause().hasMessageContaining("t-exchange.camunda.operate-address must be http://host:port");
    }

    private static CamundaProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values.entrySet().stream().collect(
                Collectors.toMap(value -> "t-exchange.camunda." + value.getKey(), Map.Entry::getValue))))
                .bindOrCreate("t-exchange.camunda", CamundaProperties.class);
    }
}
