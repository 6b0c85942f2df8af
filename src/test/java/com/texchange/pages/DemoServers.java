package com.texchange.pages;

import com.texchange.local.QuickStart;
import com.texchange.testing.OwnServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The quick start in a test: its demo data and {@code demo.onboardings} invented onboardings, on servers that it shares
 * with those of the same number only.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DemoServers.Start.class)
@ActiveProfiles(QuickStart.PROFILE)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DemoServers {

    /** As the quick start does it, with the texts of its demo. */
    class Start extends OwnServers.Start {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of("spring.messages.basename="
                    + context.getEnvironment().getRequiredProperty("spring.messages.basename") + ",messages/demo")
                    .applyTo(context);
        }
    }
}
