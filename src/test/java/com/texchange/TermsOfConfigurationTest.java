package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.batches.BatchProperties;
import com.texchange.common.TermsWithUnits;
import com.texchange.onboarding.OnboardingProperties;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Terms that the installation sets. To Spring a number without a unit is milliseconds: {@code invitation-valid=90} would end each invitation at
 * once, and {@code keep=14} remove what people have just made.
 */
class TermsOfConfigurationTest {

    /** Pauses and timeouts, or what there need not be. */
    private static final Set<String> SHORT = Set.of("BatchProperties.grace", "SessionProperties.warning", "ProviderProperties.timeout",
            "SendingProperties.firstRetry", "SendingProperties.longestRetry", "SendingProperties.idleConnection",
            "CamundaProperties.jobTimeout", "CamundaProperties.messageTtl", "CamundaProperties.requestTimeout",
            "CamundaProperties.retryBackoff", "CamundaProperties.drainTimeout");
    private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @ParameterizedTest
    @ValueSource(strings = {"invitation-valid=90", "reminder-every=14", "reminder-every=0", "invitation-valid=-1d"})
    void oneThatCannotBeMeantIsRefusedAtTheStart(String written) {
        application.withPropertyValues("t-exchange.onboarding." + written)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("t-exchange.onboarding"));
    }

    /** Also where a term may be short: so nothing but the unit tells what is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"30", "+30", "0030", "-1", "${wanted}"})
    void aNumberAloneIsRefusedAtTheStart(String written) {
        application.withPropertyValues("wanted=30", "t-exchange.batches.grace=" + written)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("t-exchange.batches.grace needs a unit"));
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "PT30S, 30", "1000ms, 1", "1m, 60", "0, 0"})
    void aShortTermThatSaysItsUnitIsTaken(String written, long seconds) {
        application.withPropertyValues("t-exchange.batches.grace=" + written).run(context ->
                assertThat(context.getBean(BatchProperties.class).grace()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void withItsUnitItIsTaken() {
        application.withPropertyValues("t-exchange.onboarding.invitation-valid=30d").run(context ->
                assertThat(context.getBean(OnboardingProperties.class).invitationValid()).isEqualTo(Duration.ofDays(30)));
    }

    @Test
    void eachHasALeastLength() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<BeanDefinition> all = found.findCandidateComponents("com.texchange").stream()
                .filter(bean -> !String.valueOf(bean.getSource()).contains("test-classes")).toList();
        Set<String> without = new TreeSet<>();
        for (BeanDefinition bean : all) {
            Class<?> properties = Class.forName(bean.getBeanClassName());
            if (properties.isRecord()) {
                without.addAll(withoutLeastLength(properties));
            }
        }

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(without).isSubsetOf(SHORT);
    }

    private static Set<String> withoutLeastLength(Class<?> properties) {
        Set<String> without = new TreeSet<>();
        for (RecordComponent component : properties.getRecordComponents()) {
            if (component.getType() == Duration.class && !component.getAccessor().isAnnotationPresent(DurationMin.class)) {
                without.add(properties.getSimpleName() + "." + component.getName());
            }
        }
        return without;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({OnboardingProperties.class, BatchProperties.class})
    @Import(TermsWithUnits.class)
    static class Bound {
    }
}
