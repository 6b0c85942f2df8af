package com.texchange.pages;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages as a browser draws them that is there for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedVisitors.class)
abstract class VisitedPages {

    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    Visitors visitors;

    /** One of {@link Pages}, by its name, as it is when it has just been opened. */
    Page open(String name, String language, int width) {
        ShownPage shown = shown(name);
        Page page = visitors.page(shown.person(), language, width);
        // Where the page is open already, what a test did there must not stay. Some of it stands behind the page's path.
        if (page.url().startsWith("http://localhost:" + port + shown.path())) {
            shown.open(page);
        } else {
            shown.visit(page);
        }
        return page;
    }

    ShownPage shown(String name) {
        return new Pages(jdbc).all().stream().filter(page -> page.name().equals(name)).findFirst().orElseThrow();
    }
}
