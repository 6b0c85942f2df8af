package com.texchange.testing;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The application as far as people click in it: what they decide is written and waits, since it neither takes jobs nor
 * runs durable tasks, nor does it send letters. All are left to the other instances on the same servers.
 */
@TestConfiguration(proxyBeanMethods = false)
public class OnlyClicks {

    @Bean
    static BeanDefinitionRegistryPostProcessor noWorkers(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource("only clicks", Map.of("t-exchange.mail.concurrency", 0)));
        return registry -> registry.removeBeanDefinition("jobWorkers");
    }

    @Bean
    DbSchedulerStarter noDurableTasks() {
        return () -> { };
    }
}
