package com.texchange.tables;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a table is which, as it was recognized or chosen.
 *
 * @param heading  which row of the table names the columns, from 0; {@link #NONE} if there is none
 * @param headings all rows that are no data: the heading, titles above it, its repetitions
 * @param places   the table's columns, from 0, by what they are for
 */
public record ColumnMapping<C extends Enum<C> & TableColumn>(int heading, Set<Integer> headings, Map<C, Integer> places) {

    public static final int NONE = -1;

    public ColumnMapping {
        headings = Set.copyOf(headings);
        // In the order of the enum.
        places = places.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(places));
    }

    /**
     * Another place for a column. What had it before has none any more.
     *
     * @param place {@link #NONE} to leave the column out
     */
    public ColumnMapping<C> with(C column, int place) {
        Map<C, Integer> others = places.isEmpty() ? new EnumMap<>(Map.of(column, place)) : new EnumMap<>(places);
        others.values().removeIf(other -> other == place);
        others.remove(column);
        if (place != NONE) {
            others.put(column, place);
        }
        return new ColumnMapping<>(heading, headings, others);
    }
}
