package com.texchange.testing;

import com.texchange.local.LocalServers;
import com.texchange.local.LocalSettings;
import com.texchange.onboarding.Journey;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on servers that it shares with no other test, for tests that move the engine's time or stop
 * something. They can be injected as {@link LocalServers}, and end with the test class.
 */
@SpringBootTest
@Import({TestPeople.class, Journey.class})
@ContextConfiguration(initializers = OwnServers.Start.class)
@DirtiesContext
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnServers {

    /** Starts the servers before the application; as the first bean with an end they end last. */
    class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final String BEAN = "localServers";

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            OneHolder.giveTo(context);
            LocalServers servers = LocalServers.start(LocalSettings.anywhere());
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton(BEAN, servers);
            beans.registerDisposableBean(BEAN, servers::close);
            TestPropertyValues.of(servers.properties().entrySet().stream()
                    .map(property -> property.getKey() + "=" + property.getValue()))
                    .applyTo(context);
        }
    }
}
