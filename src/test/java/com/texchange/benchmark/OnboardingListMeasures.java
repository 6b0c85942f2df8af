package com.texchange.benchmark;

import com.texchange.benchmark.SeededOnboardings.Cast;
import com.texchange.common.Actor;
import com.texchange.common.Selection;
import com.texchange.onboarding.Stage;
import com.texchange.overview.KnownRow;
import com.texchange.overview.OnboardingWindow;
import com.texchange.overview.OnboardingCount;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.SelectionSteps;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.domain.Sort;

/**
 * What the lists of onboardings ask: a supplier's of its own, a process manager's of all. The floor finds the ids of a page in an
 * index that has the list's order, from the nearer end, and then its rows.
 */
@TestComponent
class OnboardingListMeasures {

    static final int PAGE = 50;
    private static final Map<String, String> ORDERS = orders();
    private static final String FOUND = "торг";
    private static final String UNDER_WAY = "stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')";

    private final OnboardingQueries queries;
    private final SelectionSteps steps;
    private final Floor floor;

    OnboardingListMeasures(OnboardingQueries queries, SelectionSteps steps, Floor floor) {
        this.queries = queries;
        this.steps = steps;
        this.floor = floor;
    }

    private static Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        List<String> keys = List.of("", "distributor", "code", "city", "stage", "since", "letter", "supplier");
        keys.forEach(key -> orders.put(key, SeededOnboardings.ORDERS.get(keys.indexOf(key))));
        return orders;
    }

    /** Whose list it is, and what the floor asks for it. */
    private record Reader(String name, Actor actor, String own, List<Object> parameters) {
    }

    void measure(Cast cast, Race race) throws Exception {
        Reader supplier = new Reader("supplier's list", cast.person(), "supplier_id = ?", List.of(cast.supplier()));
        Reader manager = new Reader("manager's list", cast.manager(), "true", List.of());
        for (Reader reader : List.of(supplier, manager)) {
            for (String sort : ORDERS.keySet()) {
                if (!sort.equals("supplier") || reader == manager) {
                    pages(reader, "by " + (sort.isEmpty() ? "time" : sort), OnboardingFilter.NONE, "true", sort, race);
                }
            }
            filters(reader, race);
            searches(reader, race);
        }
        bySupplier(manager, cast, race);
        selection(supplier, race);
    }

    private void filters(Reader reader, Race race) throws Exception {
        Map<String, OnboardingFilter> filters = new LinkedHashMap<>();
        filters.put("stage = 'CONNECTED'", new OnboardingFilter("", Stage.CONNECTED, 0));
        filters.put("stage = 'EXPIRED'", new OnboardingFilter("", Stage.EXPIRED, 0));
        filters.put(UNDER_WAY, new OnboardingFilter("", null, true, 0, 0));
        filters.put("stage = 'ACCEPTING' and since > ? and since <= ?", new OnboardingFilter("", Stage.ACCEPTING, false, 3, 30));
        for (Map.Entry<String, OnboardingFilter> one : filters.entrySet()) {
            OnboardingFilter filter = one.getValue();
            String name = filter.minDays() > 0 ? "accepting, 3 to 30 days" : filter.underWay() ? "under way" : "" + filter.stage();
            pages(reader, name, filter, one.getKey(), "", race);
            pages(reader, name + ", by distributor", filter, one.getKey(), "distributor", race);
        }
    }

    private void searches(Reader reader, Race race) throws Exception {
        OnboardingRow some = queries.page(OnboardingFilter.NONE, Sort.unsorted(), 100, 1, reader.actor()).getFirst();
        for (String text : List.of(some.code().value(), some.email(), "нетакого")) {
            String word = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[@.-]", "");
            first(reader, "search " + (text.equals("нетакого") ? "miss" : text.contains("@") ? "by address" : "by code"),
                    new OnboardingFilter(text, null, 0), like(word), "", race);
        }
        pages(reader, "search by two words", new OnboardingFilter("волга " + FOUND, null, 0), like("волга") + " and " + like(FOUND), "", race);
        pages(reader, "search of one in ten", new OnboardingFilter(FOUND, null, 0), like(FOUND), "", race);
        pages(reader, "search of one in ten, by distributor", new OnboardingFilter(FOUND, null, 0), like(FOUND), "distributor", race);
        pages(reader, "search among expired", new OnboardingFilter(FOUND, Stage.EXPIRED, 0), like(FOUND) + " and stage = 'EXPIRED'", "", race);
    }

    private void bySupplier(Reader manager, Cast cast, Race race) throws Exception {
        String name = cast.suppliers().getFirst().name();
        pages(manager, "search by a supplier's name", new OnboardingFilter(name, null, 0),
                "supplier_id = '" + cast.supplier() + "'", "", race);
    }

    private void pages(Reader reader, String name, OnboardingFilter filter, String condition, String sort, Race race) throws Exception {
        OnboardingCount count = queries.count(filter, reader.actor());
        first(reader, name, filter, condition, sort, race);
        page(reader, name + ", middle page", filter, condition, sort, count.number() / 2, count, race);
        scrolled(reader, name + ", middle page, scrolled to", filter, condition, sort, count.number() / 2, count, race);
        page(reader, name + ", last page", filter, condition, sort, Math.max(0, count.number() - PAGE), count, race);
    }

    private void first(Reader reader, String name, OnboardingFilter filter, String condition, String sort, Race race) throws Exception {
        // The grid counts first.
        page(reader, name + ", first page", filter, condition, sort, 0, queries.count(filter, reader.actor()), race);
        if (sort.isEmpty() || !filter.equals(OnboardingFilter.NONE)) {
            String sql = "select count(*) from floor_onboarding where " + reader.own() + " and " + condition;
            Object[] parameters = parameters(reader, condition);
            race.read(reader.name() + ", " + name + ", count", () -> List.of(queries.count(filter, reader.actor()).number()),
                    count -> List.of(count), () -> floor.rows(sql, parameters));
        }
    }

    private void page(Reader reader, String name, OnboardingFilter filter, String condition, String sort, int offset, OnboardingCount count,
            Race race) throws Exception {
        read(reader, name, filter, condition, sort, new OnboardingWindow(offset, PAGE, count, List.of()), race);
    }

    /** What comes behind a page that was read before; the floor has to go there. */
    private void scrolled(Reader reader, String name, OnboardingFilter filter, String condition, String sort, int offset,
            OnboardingCount count, Race race) throws Exception {
        Sort order = sort.isEmpty() ? Sort.unsorted() : Sort.by(sort);
        List<OnboardingRow> before = queries.page(filter, order, Math.max(0, offset - 1), 1, reader.actor());
        List<KnownRow> known = offset == 0 || before.isEmpty() ? List.of() : List.of(new KnownRow(offset - 1, before.getFirst()));
        read(reader, name, filter, condition, sort, new OnboardingWindow(offset, PAGE, count, known), race);
    }

    private void read(Reader reader, String name, OnboardingFilter filter, String condition, String sort, OnboardingWindow window, Race race)
            throws Exception {
        Sort order = sort.isEmpty() ? Sort.unsorted() : Sort.by(sort);
        Object[] parameters = parameters(reader, condition);
        int offset = window.offset();
        int count = window.count().number();
        boolean fromEnd = offset > count / 2;
        String sql = sql(reader, condition, sort, fromEnd, fromEnd ? Math.max(0, count - offset - PAGE) : offset);
        race.read(reader.name() + ", " + name, () -> queries.page(filter, order, window, reader.actor()),
                OnboardingListMeasures::shown, () -> rows(sql, fromEnd, parameters));
    }

    private List<String> rows(String sql, boolean reversed, Object[] parameters) throws SQLException {
        List<String> rows = floor.rows(sql, parameters);
        return reversed ? rows.reversed() : rows;
    }

    private static String sql(Reader reader, String condition, String sort, boolean fromEnd, int offset) {
        String by = ORDERS.get(sort);
        String direction = sort.isEmpty() == fromEnd ? "" : " desc";
        String order = sort.equals("stage") ? "%1$s%2$s, %3$ssince%2$s, %3$sid%2$s" : "%1$s%2$s, %3$sid%2$s";
        return """
                select f.id, f.supplier, f.distributor, f.email, f.code, f.city, f.stage, f.since, f.letter
                from (select id from floor_onboarding where %s and %s order by %s offset %d limit %d) page
                    join floor_onboarding f on f.id = page.id order by %s""".formatted(reader.own(), condition,
                order.formatted(by, direction, ""), offset, PAGE, order.formatted("f." + by, direction, "f."));
    }

    private static Object[] parameters(Reader reader, String condition) {
        List<Object> parameters = new ArrayList<>(reader.parameters());
        if (condition.contains("?")) {
            Instant now = Instant.now();
            parameters.add(now.minus(Duration.ofDays(30)).atOffset(java.time.ZoneOffset.UTC));
            parameters.add(now.minus(Duration.ofDays(3)).atOffset(java.time.ZoneOffset.UTC));
        }
        return parameters.toArray();
    }

    private static String like(String word) {
        return "words like '%" + word + "%'";
    }

    /** What the bar above the list says of a selection. */
    private void selection(Reader reader, Race race) throws Exception {
        Map<String, OnboardingFilter> filters = new LinkedHashMap<>();
        filters.put("true", OnboardingFilter.NONE);
        filters.put("stage = 'INVITED'", new OnboardingFilter("", Stage.INVITED, 0));
        filters.put(like(FOUND), new OnboardingFilter(FOUND, null, 0));
        for (Map.Entry<String, OnboardingFilter> one : filters.entrySet()) {
            Selection<com.texchange.common.OnboardingId, OnboardingFilter> all = new Selection.Matching<>(one.getValue(), Set.of());
            String sql = """
                    select count(*), count(*) filter (where stage = 'INVITED' and expires_at > now()),
                        count(*) filter (where stage = 'ACCEPTING' or stage = 'INVITED' and expires_at > now() or stage = 'CONNECTING' and not ordered),
                        count(*) filter (where stage in ('INVITED', 'REGISTERING', 'ACCEPTING'))
                    from floor_onboarding where supplier_id = ? and %s""".formatted(one.getKey());
            race.read("all selected, " + (one.getValue().equals(OnboardingFilter.NONE) ? "no filter" : one.getValue().text().isEmpty()
                    ? "invited" : "search") + ", counts", () -> List.of(steps.count(all, reader.actor())),
                    counts -> List.of(counts.chosen(), counts.resend(), counts.remind(), counts.revoke()),
                    () -> floor.rows(sql, reader.parameters().toArray()));
        }
    }

    private static List<@Nullable Object> shown(OnboardingRow row) {
        return Arrays.asList(row.id().value(), row.supplier(), row.distributor(), row.email(), row.code().value(), row.city(),
                row.stage(), java.sql.Timestamp.from(row.since()), row.letter());
    }
}
