package com.texchange.faults;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The application as far as people click in it: what they decide is written and waits, since it neither takes jobs nor
 * runs durable tasks. Both are left to the {@linkplain ChildJvm children}.
 */
@TestConfiguration(proxyBeanMethods = false)
class OnlyClicks {

    @Bean
    static BeanDefinitionRegistryPostProcessor noWorkers() {
        return registry -> registry.removeBeanDefinition("jobWorkers");
    }

    @Bean
    DbSchedulerStarter noDurableTasks() {
        return () -> { };
    }
}
