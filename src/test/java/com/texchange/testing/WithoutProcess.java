package com.texchange.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.common.ChangeFeed;
import com.texchange.process.EngineCommands;
import com.texchange.process.EngineMarker;
import io.camunda.client.CamundaClient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mockito.Answers;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * The application on a database of its own, with commands to the engine and the live changes recorded instead of done. It has
 * neither workers nor scheduled tasks, and sends no letters.
 */
@IntegrationTest
@MockitoBean(types = {EngineCommands.class, EngineMarker.class})
@MockitoBean(types = {ChangeFeed.class, CamundaClient.class, Scheduler.class}, answers = Answers.RETURNS_DEEP_STUBS)
@TestPropertySource(properties = {"t-exchange.mail.concurrency=0", SharedServices.DATABASE + "=without_process"})
@BesideOthers
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutProcess {
}
