package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.Chart;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.HomeSection;
import com.texchange.connections.ConnectionHistory;
import com.texchange.overview.OnboardingOverview;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distributors and licenses connected in each of the last twelve weeks: as a chart and as a table. */
class ConnectionsSection extends HomeSection {

    private static final int WEEKS = 12;

    private final transient OnboardingOverview overview;
    private final transient ConnectionHistory history;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Chart chart = new Chart();
    private final NativeDetails details = new NativeDetails();

    ConnectionsSection(OnboardingOverview overview, ConnectionHistory history, Actor actor, Clock clock) {
        super(UI.getCurrent().getTranslation("overview.home.connections"));
        this.overview = overview;
        this.history = history;
        this.actor = actor;
        this.clock = clock;
        details.setSummaryText(getTranslation("overview.home.connections.table"));
    }

    void refresh() {
        ZoneId zone = DateTimes.zone();
        LocalDate thisWeek = LocalDate.now(clock.withZone(zone)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = thisWeek.minusWeeks(WEEKS - 1);
        List<LocalDate> weeks = IntStream.range(0, WEEKS).mapToObj(first::plusWeeks).toList();
        List<Integer> distributors = values(weeks, overview.connectedPerWeek(first, zone, actor));
        List<Integer> licenses = values(weeks, history.perWeek(first, zone, actor));
        int sum = sum(distributors);
        int licenseSum = sum(licenses);
        if (sum == 0 && licenseSum == 0) {
            Paragraph none = new Paragraph(getTranslation("overview.home.connections.none"));
            none.addClassName("home-none");
            show(none);
            return;
        }
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedPattern("MMMd").localizedBy(UI.getCurrent().getLocale());
        // Without licenses, e.g. before the first are published, their axis would be empty.
        Chart.Data data = new Chart.Data(weeks.stream().map(day::format).toList(), Stream.of(
                new Chart.Series(getTranslation("overview.home.connections.licenses"), licenses),
                new Chart.Series(getTranslation("overview.home.connections.distributors"), distributors))
                .filter(series -> sum(series.values()) > 0).toList());
        chart.show(getTranslation("overview.home.connections.summary", sum, licenseSum), data);
        details.setContent(data.table(getTranslation("overview.home.connections.week")));
        show(chart, details);
    }

    private static List<Integer> values(List<LocalDate> weeks, Map<LocalDate, Integer> counts) {
        return weeks.stream().map(week -> counts.getOrDefault(week, 0)).toList();
    }

    private static int sum(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sum();
    }
}
