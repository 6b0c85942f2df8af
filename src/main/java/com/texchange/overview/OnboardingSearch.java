package com.texchange.overview;

import com.texchange.common.CompanyId;
import com.texchange.common.ListWindow;
import com.texchange.common.SearchWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * The statements behind the lists of onboardings. Only what a filter asks for is in them, so that PostgreSQL can tell which
 * index serves (docs/decisions/027).
 *
 * @param supplier whose onboardings; null for all
 * @param named    the suppliers in whose names words are; none for who sees only one supplier's
 */
record OnboardingSearch(@Nullable CompanyId supplier, OnboardingFilter filter, Instant now, NamedSuppliers named) {

    private static final String UNDER_WAY = "o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')";
    private static final String COLUMNS = """
            select o.id, o.supplier, o.distributor, o.email, o.code, o.city, o.stage, o.stage_since, o.letter_state, o.invited_at""";
    private static final String LISTED = " from onboarding_listed o ";
    /** So few that it costs less to look at them than to ask for ids first, unless most have other words. */
    private static final int NEAR = 100;
    /** What is searched by, together with what of an onboarding does not change with its steps. */
    private static final String TEXTS = " from onboarding_words o ";

    /**
     * A page, by {@code :offset}. Where many rows are skipped, their ids come from an index alone; what is shown is looked up for the
     * page. What is only searched need not be looked up among all.
     *
     * @param condition beginning with "and", or nothing
     * @param foundFirst whether all that match are found and then sorted, rather than looked for in the order of the list
     */
    String page(OnboardingOrder order, String condition, OnboardingWindow.Start start, boolean foundFirst) {
        boolean texts = isOnlySearched() && order.isFixed();
        String matching = (texts ? TEXTS + where("o") : LISTED + where()) + condition;
        // PostgreSQL takes a word for cheaper to look for than it is, and so goes through the order where few have it; OFFSET keeps it from that.
        String rows = (foundFirst ? " from (select o.*" + matching + " offset 0) o" : matching) + order.sql(start.backward())
                + ListWindow.slice(start.skipped(), start.limit());
        return start.skipped() <= NEAR && !hasWords() ? COLUMNS + rows : COLUMNS + """
                 from (select ids.id, row_number() over () as line from (select o.id%s) ids) page
                    join onboarding_listed o on o.id = page.id
                order by page.line""".formatted(rows);
    }

    /** The list that is searched, unsearched. */
    OnboardingSearch whole() {
        return new OnboardingSearch(supplier, OnboardingFilter.NONE, now, NamedSuppliers.NONE);
    }

    /** How many match. Those that have ended are counted already, those under way are few. */
    String count() {
        if (isOnlySearched()) {
            return "select count(*)" + TEXTS + where("o");
        }
        if (hasWords() && isWithoutStage()) {
            return """
                    select (select coalesce(sum(o.onboardings), 0) from onboarding_ended o where o.supplier_id = any(:suppliers::uuid[]))
                        + (select count(*) from onboarding_listed o where o.supplier_id = any(:suppliers::uuid[]) and %s)
                        + (select count(*) from onboarding_words o %sand o.supplier_id <> all(:suppliers::uuid[]))"""
                    .formatted(UNDER_WAY, where("o"));
        }
        if (!isCounted()) {
            return aggregate("count(*)", "");
        }
        boolean ended = filter.stage() == null || !filter.stage().isUnderWay();
        boolean current = filter.stage() == null || filter.stage().isUnderWay();
        return "select " + (ended && !filter.underWay()
                ? "(select coalesce(sum(o.onboardings), 0) from onboarding_ended o " + where() + ")" : "0")
                + (current ? " + (select count(*)" + LISTED + where() + "and " + UNDER_WAY + ")" : "");
    }

    /** Whether it has more than {@code :atLeast}, of a whole list. Those under way are counted only where those that have ended are too few. */
    String isLonger() {
        return """
                select case when ended.number > :atLeast then true
                    else ended.number + (select count(*)%s%sand %s) > :atLeast end
                from (select coalesce(sum(o.onboardings), 0) as number from onboarding_ended o %s) ended"""
                .formatted(LISTED, where(), UNDER_WAY, where());
    }

    private boolean hasWords() {
        return !filter.words().words().isEmpty();
    }

    /** Whether it takes no time to say how many match. */
    boolean isCounted() {
        return !hasWords() && filter.minDays() == 0 && filter.belowDays() == 0
                && (filter.stage() == null || !filter.underWay());
    }

    /**
     * All columns, also those that only files and single onboardings show.
     *
     * @param condition on {@code o}, beginning with "and", or nothing
     */
    String select(String condition, Sort sort) {
        return "select o.* from onboarding_line o " + where() + condition + OnboardingOrder.of(sort).sql(false);
    }

    /** Onboardings that match, by aggregates over {@code o}. */
    String aggregate(String aggregates, String condition) {
        return "select " + aggregates + LISTED + where() + condition;
    }

    /** The same for those under way alone, which are few. */
    String aggregateUnderWay(String aggregates, String condition) {
        return aggregate(aggregates, "and " + UNDER_WAY + condition);
    }

    /** By words alone, and not by those of a supplier's name. */
    boolean isOnlySearched() {
        return hasWords() && isWithoutStage() && named.byAll().isEmpty();
    }

    private boolean isWithoutStage() {
        return filter.stage() == null && !filter.underWay() && filter.minDays() == 0 && filter.belowDays() == 0;
    }

    private String where() {
        StringBuilder where = new StringBuilder("where true");
        where.append(supplier == null ? "" : " and o.supplier_id = :supplier");
        where.append(filter.stage() == null ? "" : " and o.stage = :stage");
        where.append(filter.underWay() ? " and " + UNDER_WAY : "");
        where.append(filter.minDays() == 0 ? "" : " and o.stage_since <= :before");
        where.append(filter.belowDays() == 0 ? "" : " and o.stage_since > :after");
        if (hasWords()) {
            String found = "o.id in (select w.id from onboarding_words w " + where("w")
                    + (named.byAll().isEmpty() ? ")" : "and w.supplier_id <> all(:suppliers::uuid[]))");
            where.append(named.byAll().isEmpty() ? " and " + found : " and (o.supplier_id = any(:suppliers::uuid[]) or " + found + ")");
        }
        return where.append(' ').toString();
    }

    /** @param texts name of the rows of texts that are searched */
    private String where(String texts) {
        StringBuilder where = new StringBuilder("where true");
        where.append(supplier == null ? "" : " and %s.supplier_id = :supplier".formatted(texts));
        for (int i = 0; i < filter.words().words().size(); i++) {
            String like = texts + ".words like :word" + i;
            where.append(" and ").append(named.by(i).isEmpty() ? like : "(%s or %s.supplier_id = any(:named%d::uuid[]))".formatted(like, texts, i));
        }
        return where.append(' ').toString();
    }

    Map<String, @Nullable Object> parameters() {
        SearchWords words = filter.words();
        Map<String, @Nullable Object> parameters = new HashMap<>(words.parameters());
        parameters.put("supplier", supplier);
        parameters.put("stage", filter.stage());
        parameters.put("before", now.minus(Duration.ofDays(filter.minDays())));
        parameters.put("after", now.minus(Duration.ofDays(filter.belowDays())));
        parameters.put("suppliers", named.byAll().toArray(String[]::new));
        for (int i = 0; i < words.words().size(); i++) {
            parameters.put("named" + i, named.by(i).toArray(String[]::new));
        }
        return parameters;
    }
}
