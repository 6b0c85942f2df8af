package com.texchange.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.local.LocalServers;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * <p>A page shall be painted first within a second, and a click be answered within 200 milliseconds. How fast the machine
 * is at the moment, busy with other work or not, is told by a floor that is measured in the same way before and after: an
 * empty page of the same framework, with a button whose click changes a word. On a machine at rest the floor is
 * {@value #PAINT_AT_REST} and {@value #CLICK_AT_REST} ms; where it takes longer than that, the limits are as many times
 * longer. The medians are held to them, so that one pause of the garbage collector fails nothing.
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
    private static final double PAINT_LIMIT = 1000;
    private static final double CLICK_LIMIT = 200;
    private static final int PAINT_AT_REST = 400;
    private static final int CLICK_AT_REST = 46;
    private static final String EMPTY = "timing/empty";
    private static final ShownPage FLOOR = new ShownPage("empty page", null, "/" + EMPTY, "h1",
            Click.on("click", "button", "button"));

    @Autowired
    JdbcClient jdbc;
    @Autowired
    LocalServers servers;
    @LocalServerPort
    int port;

    /** As little as a page of the framework can be. */
    @AnonymousAllowed
    public static class EmptyPage extends Div {

        private int clicks;

        EmptyPage() {
            NativeButton button = new NativeButton("0");
            button.addClickListener(click -> button.setText(String.valueOf(++clicks)));
            add(new H1("Empty"), button);
        }
    }

    @TestConfiguration
    static class Route {

        @Bean
        VaadinServiceInitListener emptyPage() {
            return init -> RouteConfiguration.forApplicationScope().setRoute(EMPTY, EmptyPage.class);
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
            floor.measure(FLOOR, visitors.page(null, "en", Visitors.WIDE));
            pages.forEach(shown -> times.measure(shown, visitors.page(shown.person(), "ru", Visitors.WIDE)));
            floor.measure(FLOOR, visitors.page(null, "en", Visitors.WIDE));
        }
        double slowPaint = slowness(floor.rows().stream().filter(row -> !row.isClick())
                .mapToDouble(row -> row.painted().median()).average().orElseThrow(), PAINT_AT_REST);
        double slowClick = slowness(floor.rows().stream().filter(PageTimes.Row::isClick)
                .mapToDouble(row -> row.readable().median()).average().orElseThrow(), CLICK_AT_REST);
        report(floor.rows(), times.rows(), slowPaint, slowClick);

        assertThat(times.failures()).as("what could not be measured").isEmpty();
        assertThat(times.rows()).filteredOn(row -> !row.isClick()).as("pages painted too late")
                .filteredOn(row -> row.painted().median() > PAINT_LIMIT * slowPaint).isEmpty();
        assertThat(times.rows()).filteredOn(PageTimes.Row::isClick).as("clicks answered too late")
                .filteredOn(row -> row.readable().median() > CLICK_LIMIT * slowClick).isEmpty();
    }

    /** The engine has begun the processes of those under way, and the database has come to rest. */
    private void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'engine-command'")
                .query(Integer.class).single() == 0);
        servers.camunda().awaitIdle(PATIENCE);
    }

    private static double slowness(double now, double atRest) {
        return Math.max(1, now / atRest);
    }

    private static void report(List<PageTimes.Row> floor, List<PageTimes.Row> rows, double slowPaint, double slowClick)
            throws IOException {
        String table = Stream.concat(floor.stream(), rows.stream()).map(PageTimes.Row::toString)
                .collect(Collectors.joining("\n", """
                        Milliseconds with 10,000 onboardings and 1,000,000 licenses. This machine was %.1f times as slow as one at rest in painting, \
                        %.1f times in answering.

                        | page | action | first paint, median | max | readable or answered, median | max |
                        |---|---|---|---|---|---|
                        """.formatted(slowPaint, slowClick), "\n"));
        LOG.info("{}", table);
        Files.writeString(REPORT, table);
    }
}
