package com.texchange.testing;

import com.texchange.accounts.TestSessions;
import com.texchange.onboarding.Journey;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a real PostgreSQL, engine and mail server, shared by all tests of a run. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestPeople.class, SampleBusiness.class, Journey.class, EngineJobs.class,
    EarlierDatabase.class, TestSessions.class})
@ContextConfiguration(initializers = SharedServices.class)
@ExtendWith(SignedIn.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IntegrationTest {
}
