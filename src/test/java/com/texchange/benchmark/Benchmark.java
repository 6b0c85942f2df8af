package com.texchange.benchmark;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.process.EngineCommands;
import com.texchange.process.EngineMarker;
import com.texchange.licenses.LoadRunner;
import com.texchange.testing.IntegrationTest;
import io.camunda.client.CamundaClient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.mockito.Answers;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The application on its database, without workers and scheduled tasks, which would disturb. Run by {@code -Pbenchmark}. */
@IntegrationTest
@Import({Report.class, Floor.class, CountedStatements.class, SeededLicenses.class, ServiceListMeasures.class,
    DeviceListMeasures.class, SupplierListMeasures.class, OrderMeasures.class, LoadMeasures.class,
    SeededOnboardings.class, OnboardingListMeasures.class, OnboardingHomeMeasures.class,
    LoadRunner.class})
@MockitoBean(types = {EngineCommands.class, EngineMarker.class})
@MockitoBean(types = {CamundaClient.class, Scheduler.class}, answers = Answers.RETURNS_DEEP_STUBS)
// Indexes over a million rows take minutes where the machine has other work.
@TestPropertySource(properties = {"t-exchange.mail.concurrency=${benchmark.mail-concurrency:0}", "spring.datasource.hikari.data-source-properties.socketTimeout=0"})
@Tag("benchmark")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Benchmark {
}
