package com.texchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link Browser} that no other test has at the time, as a parameter of what runs before each test; tests may run side by
 * side. It is emptied and kept for the tests to come, in whichever class. Fails a test whose pages have written an error to
 * the console.
 */
public final class BrowserExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    /** As long as a person waits for what the engine does between two clicks, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Browser idle = idle(test).browsers.poll();
        test.getStore(OURS).put(Browser.class, idle == null ? Browser.start() : idle);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(OURS).remove(Browser.class, Browser.class);
        // Skipped tests have none.
        if (browser != null) {
            browser.empty();
            idle(test).browsers.add(browser);
            assertThat(browser.takeConsoleErrors()).as("errors on the browser's console").isEmpty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(OURS).get(Browser.class, Browser.class);
    }

    private static Idle idle(ExtensionContext test) {
        return test.getRoot().getStore(OURS).computeIfAbsent(Idle.class, key -> new Idle(), Idle.class);
    }

    /** Closed when all tests are over. */
    private static final class Idle implements AutoCloseable {

        private final Queue<Browser> browsers = new ConcurrentLinkedQueue<>();

        @Override
        public void close() {
            browsers.forEach(Browser::close);
        }
    }
}
