package com.texchange.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out which column of a table is which: by a heading, in any order; else by what the cells look like; else by order. */
final class Recognition<C extends Enum<C> & TableColumn> {

    /** Rows among which the heading is looked for. */
    private static final int FIRST_ROWS = 20;
    /** Rows by which a column is told. */
    private static final int LOOKED_AT = 50;
    /** Share of a column's cells that have to look like it. */
    private static final double MOST = 0.8;

    private final Table table;
    private final C[] columns;

    Recognition(Table table, C[] columns) {
        this.table = table;
        this.columns = columns;
    }

    ColumnMapping<C> mapping() {
        int best = ColumnMapping.NONE;
        int most = 0;
        for (int row = 0; row < Math.min(FIRST_ROWS, table.rows().size()); row++) {
            Set<C> named = isData(row) ? Set.of() : named(row).keySet();
            if (named.size() > most && isEnough(row, named)) {
                best = row;
                most = named.size();
            }
        }
        return best == ColumnMapping.NONE ? withoutHeading() : withHeading(best, titlesAbove(best));
    }

    /**
     * With a heading that somebody has chosen, so that nothing above it is data.
     *
     * @param before the columns as they were, which stay where the heading says nothing else
     */
    ColumnMapping<C> mapping(int heading, Map<C, Integer> before) {
        if (heading == ColumnMapping.NONE) {
            return new ColumnMapping<>(ColumnMapping.NONE, Set.of(), before);
        }
        ColumnMapping<C> mapping = withHeading(heading, IntStream.range(0, heading).boxed().toList());
        Map<C, Integer> places = new EnumMap<>(columns[0].getDeclaringClass());
        places.putAll(mapping.places());
        before.forEach((column, place) -> {
            if (!places.containsValue(place)) {
                places.putIfAbsent(column, place);
            }
        });
        return new ColumnMapping<>(heading, mapping.headings(), places);
    }

    private ColumnMapping<C> withHeading(int heading, List<Integer> titles) {
        Map<C, Integer> places = named(heading);
        Set<Integer> headings = new HashSet<>(titles);
        headings.add(heading);
        addUpperHalf(heading, places);
        for (int row = heading + 1; row < table.rows().size(); row++) {
            if (table.rows().get(row).repeats(table.rows().get(heading))) {
                headings.add(row);
            }
        }
        preferByContent(heading, places, headings);
        addByContent(places, headings);
        return new ColumnMapping<>(heading, headings, places);
    }

    /** Of two that a heading calls alike, such as the number of a row and that of a license, the cells tell which is meant. */
    private void preferByContent(int heading, Map<C, Integer> places, Set<Integer> headings) {
        for (C column : columns) {
            Integer named = places.get(column);
            if (named != null && column.content() != null && !looksLike(column, named, headings)) {
                IntStream.range(0, table.width()).filter(place -> !places.containsValue(place))
                        .filter(place -> match(heading, place).filter(match -> match.column() == column).isPresent())
                        .filter(place -> looksLike(column, place, headings)).findFirst()
                        .ifPresent(place -> places.put(column, place));
            }
        }
    }

    /** A heading may have two rows, of which the upper one names some columns alone. */
    private void addUpperHalf(int heading, Map<C, Integer> places) {
        if (heading == 0 || isData(heading - 1)) {
            return;
        }
        named(heading - 1).forEach((column, place) -> {
            if (!places.containsValue(place) && table.rows().get(heading).text(place).isEmpty()) {
                places.putIfAbsent(column, place);
            }
        });
    }

    /** What is named nowhere, but cannot be mistaken. A heading that says something else is believed less than the cells. */
    private void addByContent(Map<C, Integer> places, Set<Integer> headings) {
        for (C column : columns) {
            if (column.content() != null && !places.containsKey(column)) {
                IntStream.range(0, table.width()).filter(place -> !places.containsValue(place))
                        .filter(place -> looksLike(column, place, headings)).findFirst()
                        .ifPresent(place -> places.put(column, place));
            }
        }
    }

    private ColumnMapping<C> withoutHeading() {
        Map<C, Integer> usual = new EnumMap<>(columns[0].getDeclaringClass());
        Arrays.stream(columns).filter(column -> column.ordinal() < table.width())
                .forEach(column -> usual.put(column, column.ordinal()));
        Map<C, Integer> places = new EnumMap<>(columns[0].getDeclaringClass());
        addByContent(places, Set.of());
        boolean inUsualOrder = places.entrySet().stream().allMatch(place -> place.getValue() == place.getKey().ordinal());
        addFreeTexts(places);
        // Cells that look like another column's are not enough to leave one out that is needed.
        boolean byContent = !inUsualOrder && places.keySet().containsAll(required());
        return new ColumnMapping<>(ColumnMapping.NONE, Set.of(), byContent ? places : usual);
    }

    private List<C> required() {
        return Arrays.stream(columns).filter(TableColumn::required).toList();
    }

    /** Those that may hold anything take the columns that are left, in their order. */
    private void addFreeTexts(Map<C, Integer> places) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, table.width()).filter(place -> !places.containsValue(place))
                .boxed().toList());
        for (C column : columns) {
            if (column.content() == null && !left.isEmpty()) {
                places.put(column, left.removeFirst());
            }
        }
    }

    private Map<C, Integer> named(int row) {
        Map<C, Integer> places = new EnumMap<>(columns[0].getDeclaringClass());
        Map<C, HeadingWords<C>> best = new EnumMap<>(columns[0].getDeclaringClass());
        for (int place = 0; place < table.rows().get(row).cells().size(); place++) {
            Optional<HeadingWords<C>> match = match(row, place);
            if (match.isPresent() && isBetter(match.get(), best.get(match.get().column()))) {
                best.put(match.get().column(), match.get());
                places.put(match.get().column(), place);
            }
        }
        return places;
    }

    private Optional<HeadingWords<C>> match(int row, int place) {
        return HeadingWords.match(table.rows().get(row).text(place), columns);
    }

    private static boolean isBetter(HeadingWords<?> match, @Nullable HeadingWords<?> other) {
        return other == null || match.exact() && !other.exact();
    }

    /** Names of companies and towns may have a heading's words in them, but are not one as a whole. */
    private boolean isEnough(int row, Set<C> named) {
        boolean exact = IntStream.range(0, table.rows().get(row).cells().size()).mapToObj(place -> match(row, place))
                .flatMap(Optional::stream).anyMatch(HeadingWords::exact);
        return exact && (named.size() > 1 || row == 0) || named.containsAll(required());
    }

    /** Titles have no data. What has is a row, also above the heading. */
    private List<Integer> titlesAbove(int heading) {
        return IntStream.range(0, heading).filter(row -> !isData(row)).boxed().toList();
    }

    private boolean isData(int row) {
        TableRow cells = table.rows().get(row);
        return cells.fault() == CellFault.UNCLOSED_QUOTE || cells.cells().stream().anyMatch(cell ->
                Arrays.stream(columns).anyMatch(column -> column.looksLike(cell.text())));
    }

    private boolean looksLike(C column, int place, Set<Integer> headings) {
        List<String> texts = IntStream.range(0, table.rows().size()).filter(row -> !headings.contains(row))
                .mapToObj(row -> table.rows().get(row)).filter(row -> row.fault() == null)
                .map(row -> row.text(place)).filter(text -> !text.isEmpty()).limit(LOOKED_AT).toList();
        return !texts.isEmpty() && texts.stream().filter(column::looksLike).count() >= MOST * texts.size();
    }
}
