package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.context.annotation.Configuration;

/** By which names the installation says when tasks about licenses are overdue. */
class ConnectionPropertiesTest {

    @Test
    void itIsTwoWeeksUnlessSaidOtherwise() {
        assertThat(connectDue(Type.MAP)).isEqualTo(Duration.ofDays(14));
    }

    @ParameterizedTest
    @CsvSource({"MAP,t-exchange.licenses.connect-due", "MAP,t-exchange.onboarding.connect-due",
        "SYSTEM_ENVIRONMENT,TEXCHANGE_LICENSES_CONNECTDUE", "SYSTEM_ENVIRONMENT,TEXCHANGE_ONBOARDING_CONNECTDUE"})
    void itHasTwoNames(Type source, String name) {
        assertThat(connectDue(source, name + "=3d")).isEqualTo(Duration.ofDays(3));
    }

    private static Duration connectDue(Type source, String... properties) {
        Duration[] found = new Duration[1];
        new ApplicationContextRunner().withUserConfiguration(Properties.class)
                .withInitializer(context -> TestPropertyValues.of(Stream.of(properties)).applyTo(context.getEnvironment(), source))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context -> found[0] = context.getBean(ConnectionProperties.class).connectDue());
        return found[0];
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ConnectionProperties.class)
    static class Properties {
    }
}
