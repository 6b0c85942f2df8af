package com.texchange.overview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * In which order onboardings are listed. Each order by one column is an index, read from one end or the other: rows that are alike
 * stand in the direction of the column, by their ids.
 */
record OnboardingOrder(List<Column> columns, boolean descending) {

    private static final Column TIME = new Column("o.invited_at", "::timestamptz", true, OnboardingRow::invitedAt);
    private static final Column SINCE = new Column("o.stage_since", "::timestamptz", false, OnboardingRow::since);
    private static final Column ID = new Column("o.id", "::uuid", true, row -> row.id().value());
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, List<Column>> SORTS = Map.of(
            "supplier", List.of(name("supplier", OnboardingRow::supplier)),
            "distributor", List.of(name("distributor", OnboardingRow::distributor)),
            "code", List.of(new Column("o.code", "::bpchar", true, row -> row.code().value())),
            "city", List.of(name("city", null)),
            "stage", List.of(new Column("o.stage", "::varchar", false, row -> row.stage().name()), SINCE),
            "since", List.of(SINCE),
            "letter", List.of(new Column("o.letter_state", "::varchar", false, null)));

    /**
     * @param fixed whether no step of an onboarding changes it
     * @param value of a row; nothing for what may be empty, since what is empty can't be compared
     */
    record Column(String sql, String type, boolean fixed, @Nullable Function<OnboardingRow, Object> value) {
    }

    private static Column name(String column, @Nullable Function<OnboardingRow, Object> value) {
        return new Column("o." + column + " collate common_alphabet", "::varchar", true, value);
    }

    /** @param sort by one of the names of {@link OnboardingRow}'s components; the latest first if it is none of them */
    static OnboardingOrder of(Sort sort) {
        return sort.stream().filter(order -> SORTS.containsKey(order.getProperty())).findFirst()
                .map(order -> new OnboardingOrder(SORTS.getOrDefault(order.getProperty(), List.of()), order.isDescending()))
                .orElse(new OnboardingOrder(List.of(TIME), true));
    }

    boolean isFixed() {
        return columns.stream().allMatch(Column::fixed);
    }

    /** Whether a list can be read on from one of its rows. */
    boolean hasKeys() {
        return columns.stream().allMatch(column -> column.value() != null);
    }

    String sql(boolean backward) {
        return keys().map(column -> column.sql() + (descending == backward ? "" : " desc")).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** What is behind a row, or before it, by {@link #parameters}. */
    String behind(boolean backward) {
        List<Column> keys = keys().toList();
        return keys.stream().map(Column::sql).collect(Collectors.joining(", ", "and (", ")")) + (descending == backward ? " > " : " < ")
                + keys.stream().map(column -> ":key" + keys.indexOf(column) + column.type()).collect(Collectors.joining(", ", "(", ")"));
    }

    Map<String, Object> parameters(OnboardingRow row) {
        List<Column> keys = keys().toList();
        Map<String, Object> parameters = new HashMap<>();
        for (Column column : keys) {
            if (column.value() != null) {
                parameters.put("key" + keys.indexOf(column), column.value().apply(row));
            }
        }
        return parameters;
    }

    private Stream<Column> keys() {
        return Stream.concat(columns.stream(), Stream.of(ID));
    }
}
