package com.texchange.overview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;

/**
 * In which order onboardings are listed. Each order by one column is an index, read from one end or the other: rows that are alike
 * stand in the direction of the column, by their ids.
 *
 * @param columns of {@code o}
 */
record OnboardingOrder(List<Column> columns) {

    /** The latest first. */
    private static final OnboardingOrder LATEST = new OnboardingOrder(List.of(new Column("o.invited_at", true, true)));
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, List<String>> CHANGING = Map.of("stage", List.of("o.stage", "o.stage_since"),
            "since", List.of("o.stage_since"), "letter", List.of("o.letter_state"));
    private static final Map<String, List<String>> FIXED = Map.of("supplier", List.of("o.supplier collate common_alphabet"),
            "distributor", List.of("o.distributor collate common_alphabet"), "code", List.of("o.code"),
            "city", List.of("o.city collate common_alphabet"));

    /** @param fixed whether no step of an onboarding changes it */
    record Column(String sql, boolean descending, boolean fixed) {

        private String sql(boolean reversed) {
            return sql + (descending == reversed ? "" : " desc");
        }
    }

    /** @param sort by the names of {@link OnboardingRow}'s components; the latest first if there is none of them */
    static OnboardingOrder of(Sort sort) {
        List<Column> columns = sort.stream().flatMap(order -> Stream.concat(
                FIXED.getOrDefault(order.getProperty(), List.of()).stream().map(sql -> new Column(sql, order.isDescending(), true)),
                CHANGING.getOrDefault(order.getProperty(), List.of()).stream().map(sql -> new Column(sql, order.isDescending(), false))))
                .toList();
        return columns.isEmpty() ? LATEST : new OnboardingOrder(columns);
    }

    boolean isFixed() {
        return columns.stream().allMatch(Column::fixed);
    }

    String sql(boolean reversed) {
        Column id = new Column("o.id", columns.getLast().descending(), true);
        return Stream.concat(columns.stream(), Stream.of(id)).map(column -> column.sql(reversed))
                .collect(Collectors.joining(", ", " order by ", ""));
    }
}
