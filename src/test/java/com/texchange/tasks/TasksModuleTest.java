package com.texchange.tasks;

import com.texchange.common.ChangeFeed;
import com.texchange.process.EngineCommands;
import com.texchange.testing.SharedServices;
import com.texchange.testing.SignedIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * This module alone on a real PostgreSQL. Engine and change feed are mocks, in a context of their own: the tasks of
 * these tests have keys that no engine knows.
 */
@SpringBootTest(classes = TasksModuleContext.class, properties = {"db-scheduler.enabled=false",
        "t-exchange.mail.concurrency=0"})
@MockitoBean(types = {EngineCommands.class, ChangeFeed.class})
@ContextConfiguration(initializers = SharedServices.class)
@ExtendWith(SignedIn.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TasksModuleTest {
}
