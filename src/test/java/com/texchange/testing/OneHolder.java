package com.texchange.testing;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Holds who is signed in for all applications of the JVM: there is one place for it, into which each that starts would else put a holder of
 * its own, and tests that run beside it would be signed out.
 */
final class OneHolder {

    private static final SecurityContextHolderStrategy HOLDER = new VaadinAwareSecurityContextHolderStrategy();

    private OneHolder() {
    }

    /** To be called before the application starts. */
    static void giveTo(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("oneHolder", HOLDER);
    }
}
