package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.AccessDeniedException;

/**
 * The statements behind the lists of onboardings. Only what a filter asks for is in them, so that PostgreSQL can tell which
 * index serves.
 *
 * @param supplier whose onboardings; null for all
 */
record OnboardingSearch(@Nullable CompanyId supplier, OnboardingFilter filter, Instant now) {

    private static final String COLUMNS = """
            select o.id, o.supplier, o.distributor, o.email, o.code, o.city, o.stage, o.stage_since, o.letter_state, o.tax_id,
                   o.inviter, o.invited_at, o.expires_at, o.reason, o.language
            """;
    private static final String WORD = """
            o.id in (select w.onboarding_id from onboarding_words w where w.words like %s)""";
    /** Its own name says nothing about a supplier's onboardings. */
    private static final String WORD_FOR_SUPPLIER = WORD.replace("where", "where not w.of_supplier and");
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, String> SORTS = Map.of("supplier", "supplier collate common_alphabet",
            "distributor", "distributor collate common_alphabet", "code", "o.code", "city", "city collate common_alphabet", "stage", "o.stage", "since", "o.stage_since", "letter", "o.letter_state",
            "email", "email");

    /** What the person may see of what the filter asks for. */
    static OnboardingSearch of(OnboardingFilter filter, Actor actor, Instant now) {
        boolean all = actor.has(Role.PROCESS_MANAGER);
        if (!all && !actor.has(Role.SUPPLIER)) {
            throw new AccessDeniedException("onboardings are for suppliers and process managers");
        }
        return new OnboardingSearch(all ? null : actor.companyAs(Role.SUPPLIER), filter, now);
    }

    /**
     * @param condition on {@code o}, beginning with "and", or nothing
     * @param sort      by the names of {@link OnboardingRow}'s components; the latest first if empty
     */
    String select(String condition, Sort sort) {
        return COLUMNS + " from onboarding_line o " + where() + condition + orderBy(sort);
    }

    /** Onboardings that match, by aggregates over {@code o}. */
    String aggregate(String aggregates, String condition) {
        return "select " + aggregates + " from onboarding_line o " + where() + condition;
    }

    private String where() {
        StringBuilder where = new StringBuilder("where true");
        where.append(supplier == null ? "" : " and o.supplier_id = :supplier");
        where.append(filter.stage() == null ? "" : " and o.stage = :stage");
        where.append(filter.underWay() ? " and o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')" : "");
        where.append(filter.minDays() == 0 ? "" : " and o.stage_since <= :before");
        where.append(filter.belowDays() == 0 ? "" : " and o.stage_since > :after");
        where.append(filter.words().sql(supplier == null ? WORD : WORD_FOR_SUPPLIER));
        return where.append(' ').toString();
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(filter.words().parameters());
        parameters.put("supplier", supplier);
        parameters.put("stage", filter.stage());
        parameters.put("before", now.minus(Duration.ofDays(filter.minDays())));
        parameters.put("after", now.minus(Duration.ofDays(filter.belowDays())));
        return parameters;
    }

    private static String orderBy(Sort sort) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (Sort.Order order : sort) {
            String column = SORTS.get(order.getProperty());
            if (column != null) {
                clause.append(column).append(order.isAscending() ? " asc, " : " desc, ");
            }
        }
        return clause.append(sort.isUnsorted() ? "o.invited_at desc, " : "").append("o.id").toString();
    }
}
