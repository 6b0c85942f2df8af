package com.texchange.pages;

import com.microsoft.playwright.Page;
import com.texchange.demo.DemoPerson;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** {@link Visitors} for each thread that asks: a browser serves one thread only, and tests may run side by side. */
final class VisitorsOfThread implements AutoCloseable {

    private final Queue<Visitors> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Visitors> own;

    VisitorsOfThread(int port) {
        own = ThreadLocal.withInitial(() -> {
            Visitors visitors = new Visitors(port);
            all.add(visitors);
            return visitors;
        });
    }

    /** The person's page, at the width and in light colors. */
    Page page(@Nullable DemoPerson person, String language, int width) {
        return own.get().page(person, language, width);
    }

    @Override
    public void close() {
        all.forEach(Visitors::close);
    }
}
