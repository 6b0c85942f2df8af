package com.texchange.pages;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One browser for all classes of {@link VisitedPages} on the same application: whoever has come in stays in, which saves a load of the
 * application for each person and class. Fails a class whose pages have written an error to the console.
 */
final class SharedVisitors implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace OURS = Namespace.create(SharedVisitors.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        VisitedPages pages = (VisitedPages) test.getRequiredTestInstance();
        // Closed when all tests are over.
        pages.visitors = test.getRoot().getStore(OURS).computeIfAbsent(pages.port, Visitors::new, Visitors.class);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        VisitedPages pages = (VisitedPages) test.getRequiredTestInstance();
        // Skipped tests have none.
        if (pages.visitors != null) {
            pages.visitors.checkConsole();
        }
    }
}
