package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.texchange.local.LocalServers;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the pages take with 10,000 onboardings and 1,000,000 licenses in the database: each is opened once, as on a server that has been up for
 * a while, then opened and clicked on in Chromium several times, and measured inside the browser. The table goes to the log
 * and to {@code target/page-times.md}.
 *
 * <p>A page shall be painted first within {@value #PAINT_LIMIT} milliseconds, and a click be answered within {@value #CLICK_LIMIT}.
 * How fast the machine is, which runs browser, application, database and engine at once, is told by a floor that is measured in
 * the same way before and after: {@link PlainPages}, with the same clicks. Where that takes so long that {@value #RATIO} times
 * of it are more, those are the limit. The medians are held to it, so that one pause of the garbage collector fails nothing.
 */
@DemoServers
// A million licenses are written at once, which takes longer than any statement of the application.
@TestPropertySource(properties = {"demo.onboardings=${timing.onboardings:10000}", "spring.datasource.hikari.data-source-properties.socketTimeout=0"})
@DirtiesContext
@Tag("timing")
class PageTimesIT {

    private static final Logger LOG = LoggerFactory.getLogger(PageTimesIT.class);
    private static final Path REPORT = Path.of("target", "page-times.md");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PAINT_LIMIT = 1000;
    private static final int CLICK_LIMIT = 200;
    private static final double RATIO = 1.5;
    /** What a click is measured beside that the floor has none of by the same name. */
    private static final String OTHER_CLICK = "by the menu";

    @Autowired
    JdbcClient jdbc;
    @Autowired
    LocalServers servers;
    @LocalServerPort
    int port;

    @TestConfiguration
    static class Route {

        @Bean
        VaadinServiceInitListener plainPages() {
            return init -> PlainPages.register();
        }
    }

    @Test
    void everyPageIsPaintedWithinASecondAndEveryClickAnsweredWithin200Milliseconds() throws IOException {
        new ManyLicenses(jdbc).write();
        awaitQuiet();
        PageTimes times = new PageTimes();
        PageTimes floor = new PageTimes();
        List<ShownPage> pages = new Pages(jdbc).wanted().toList();
        try (Visitors visitors = new Visitors(port)) {
            pages.forEach(shown -> shown.open(visitors.page(shown.person(), "ru", Visitors.WIDE)));
            Page plain = visitors.page(null, "en", Visitors.WIDE);
            floor.measure(PlainPages.SHOWN, plain);
            pages.forEach(shown -> times.measure(shown, visitors.page(shown.person(), "ru", Visitors.WIDE)));
            floor.measure(PlainPages.SHOWN, plain);
        }
        Map<String, Double> plain = floor.rows().stream()
                .collect(Collectors.groupingBy(PageTimes.Row::action, Collectors.averagingDouble(PageTimes.Row::median)));
        report(floor.rows(), times.rows(), plain);

        assertThat(Stream.concat(floor.failures().stream(), times.failures().stream())).as("what could not be measured").isEmpty();
        assertThat(times.rows()).as("pages painted and clicks answered too late")
                .filteredOn(row -> row.median() > Math.max(row.isClick() ? CLICK_LIMIT : PAINT_LIMIT, RATIO * beside(row, plain)))
                .isEmpty();
    }

    private static double beside(PageTimes.Row row, Map<String, Double> plain) {
        return plain.getOrDefault(row.action(), plain.getOrDefault(OTHER_CLICK, 0.0));
    }

    /** The engine has begun the processes of those under way, and the database has come to rest. */
    private void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'engine-command'")
                .query(Integer.class).single() == 0);
        servers.camunda().awaitIdle(PATIENCE);
    }

    private static void report(List<PageTimes.Row> floor, List<PageTimes.Row> rows, Map<String, Double> plain) throws IOException {
        String table = Stream.concat(floor.stream(), rows.stream())
                .map(row -> "%s %.2f |".formatted(row, row.median() / beside(row, plain)))
                .collect(Collectors.joining("\n", """
                        Milliseconds with 10,000 onboardings and 1,000,000 licenses. The last column: so many times as long as the plain list.

                        | page | action | first paint, median | max | readable or answered, median | max | ÷ plain |
                        |---|---|---|---|---|---|---|
                        """, "\n"));
        LOG.info("{}", table);
        Files.writeString(REPORT, table);
    }
}
