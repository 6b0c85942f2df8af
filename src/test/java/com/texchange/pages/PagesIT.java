package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.texchange.testing.Accessibility;
import com.texchange.testing.Accessibility.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page of every role in Chromium: axe has nothing grave to say in light and in dark colors, nothing has to be
 * scrolled sideways on a phone in either language, and the console stays free of errors.
 */
@SomeOnboardings
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(PagesIT.class);

    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    private Visitors visitors;

    @BeforeAll
    void startBrowser() {
        visitors = new Visitors(port);
    }

    @AfterAll
    void closeBrowser() {
        // Skipped tests have none.
        if (visitors != null) {
            visitors.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageIsAccessibleInBothThemesAndFitsAPhone() {
        return new Pages(jdbc).all().stream().map(shown -> DynamicTest.dynamicTest(shown.name(), () -> look(shown)));
    }

    private void look(ShownPage shown) {
        Page page = visitors.page(shown.person(), "ru", Visitors.WIDE);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shown.open(page);
        checkAccessible(shown, page, "light");
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        checkAccessible(shown, page, "dark");
        Visitors.resize(page, Visitors.NARROW);
        checkFits(shown, page, "ru");
        Page english = visitors.page(shown.person(), "en", Visitors.NARROW);
        shown.open(english);
        checkFits(shown, english, "en");
        checkAccessible(shown, english, "phone");
    }

    private static void checkAccessible(ShownPage shown, Page page, String how) {
        List<Finding> findings = Accessibility.findings(page);
        findings.stream().filter(finding -> !finding.isGrave())
                .forEach(finding -> LOG.info("{}, {}: {}", shown.path(), how, finding));
        if (findings.stream().anyMatch(Finding::isGrave)) {
            // Colors of a scheme that was switched just now may not all be drawn yet.
            await().pollInSameThread().atMost(SETTLING).untilAsserted(() -> assertThat(Accessibility.findings(page))
                    .as("what axe finds on %s (%s), %s", shown.name(), shown.path(), how)
                    .filteredOn(Finding::isGrave).isEmpty());
        }
    }

    private static void checkFits(ShownPage shown, Page page, String language) {
        assertThat(Accessibility.overflow(page)).as("width of %s (%s) on a phone, %s", shown.name(), shown.path(), language)
                .isEmpty();
    }
}
