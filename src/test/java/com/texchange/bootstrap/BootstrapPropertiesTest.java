package com.texchange.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class BootstrapPropertiesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Bound.class);

    @Test
    void nobodyIsNamedByDefaultOrByEmptyVariables() {
        application.run(context -> assertNobody(context.getBean(BootstrapProperties.class)));
        application.withPropertyValues("t-exchange.bootstrap.operator.email=", "t-exchange.bootstrap.supplier.tax-id=")
                .run(context -> assertNobody(context.getBean(BootstrapProperties.class)));
    }

    @Test
    void halfASupplierIsRefusedAtTheStart() {
        application.withPropertyValues("t-exchange.bootstrap.supplier.company=Factory")
                .run(context -> assertThat(context).getFailure().rootCause()
                        .hasMessageContaining("company, tax-id, email and name must all be set"));
    }

    @Test
    void aWrongAddressIsRefusedAtTheStart() {
        application.withPropertyValues("t-exchange.bootstrap.operator.email=nobody")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("operator.email"));
    }

    private static void assertNobody(BootstrapProperties properties) {
        assertThat(properties.operator().isGiven()).isFalse();
        assertThat(properties.supplier().isGiven()).isFalse();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(BootstrapProperties.class)
    static class Bound {
    }
}
