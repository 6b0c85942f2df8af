package com.texchange.tasks;

import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.texchange.process.ProcessWorker;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@link TasksModuleTest} runs on. Not annotated as a configuration, so that the application never finds it. */
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"com.texchange.mail", "com.texchange.common"})
@ComponentScan({"com.texchange.tasks", "com.texchange.mail"})
@ComponentScan(basePackages = "com.texchange.common", useDefaultFilters = false, includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX,
                pattern = ".*\\.(ClockConfiguration|CurrentActor|LastStatement|MessageSourceI18NProvider|OneFormOfAddresses|ValueConversions)"))
@ComponentScan(basePackages = "com.texchange.audit", useDefaultFilters = false, includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.AuditTrail"))
@ComponentScan(basePackages = "com.texchange.partners", useDefaultFilters = false, includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(TimeZones|KnownCompanies)"))
class TasksModuleContext {

    /** Letters are queued, but nothing sends them. */
    @Bean
    SchedulerClient scheduler() {
        return mock();
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock() {
        return Instant::now;
    }

    @Bean
    SampleForm sampleForm(Tasks tasks, PlatformTransactionManager transactions) {
        return new SampleForm(tasks, new TransactionTemplate(transactions));
    }

    @Bean
    TaskSamples taskSamples(JdbcClient jdbc, List<ProcessWorker> workers, SampleForm form) {
        return new TaskSamples(jdbc, workers, form);
    }
}
