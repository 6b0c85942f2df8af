package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A table and which column of it is which.
 *
 * @param columns all that its kind has
 */
public record MappedTable<C extends Enum<C> & TableColumn>(Table table, ColumnMapping<C> mapping, List<C> columns) {

    /** @throws RefusedException if there are more rows than are taken at a time */
    public MappedTable {
        columns = List.copyOf(columns);
        if (rowCount(table, mapping) > table.limits().rows()) {
            throw new RefusedException("tables.tooManyRows", table.limits().rows());
        }
    }

    private static int rowCount(Table table, ColumnMapping<?> mapping) {
        return table.size() - mapping.headings().size() - table.further().repeated(mapping.heading());
    }

    /** How many rows are no headings. */
    public int size() {
        return rowCount(table, mapping);
    }

    /** Whether it has more rows than somebody looks at one by one, so that going through all of them takes time. */
    public boolean isLong() {
        return size() > TableLimits.USUAL.rows();
    }

    /** As the table itself tells it. */
    public static <C extends Enum<C> & TableColumn> MappedTable<C> recognize(Table table, Class<C> kind) {
        C[] columns = kind.getEnumConstants();
        return new MappedTable<>(table, new Recognition<>(table, columns).mapping(), Arrays.asList(columns));
    }

    /** With the columns as a row names them that somebody has chosen, {@link ColumnMapping#NONE} for no heading. */
    public MappedTable<C> withHeading(int row) {
        C[] all = columns.getFirst().getDeclaringClass().getEnumConstants();
        return new MappedTable<>(table, new Recognition<>(table, all).mapping(row, mapping.places()),
                columns);
    }

    public MappedTable<C> with(C column, int place) {
        return new MappedTable<>(table, mapping.with(column, place), columns);
    }

    /** Columns that it must have and has not. */
    public Set<C> missing() {
        Set<C> missing = EnumSet.noneOf(columns.getFirst().getDeclaringClass());
        columns.stream().filter(column -> column.required() && !mapping.places().containsKey(column)).forEach(missing::add);
        return missing;
    }

    /** All that is no heading; of one that is not kept whole, what is among its first rows. */
    public List<MappedRow<C>> rows() {
        return IntStream.range(0, table.rows().size()).filter(index -> !mapping.headings().contains(index))
                .mapToObj(index -> new MappedRow<>(table.rows().get(index), mapping.places(), table.numbers())).toList();
    }

    /**
     * Its rows, if it is complete.
     *
     * @throws RefusedException if it lacks a column or has nothing but headings
     */
    public List<MappedRow<C>> requireRows() {
        if (!missing().isEmpty()) {
            throw new RefusedException("tables.columnsMissing");
        }
        if (size() == 0) {
            throw new RefusedException("tables.empty");
        }
        return rows();
    }

    /**
     * Hands on all that is no heading, however long the table is.
     *
     * @throws RefusedException as {@link #requireRows}, or if the file cannot be read any more
     */
    public void each(Consumer<MappedRow<C>> reader) {
        requireRows();
        TableRow heading = mapping.heading() == ColumnMapping.NONE ? null : table.rows().get(mapping.heading());
        int kept = table.rows().size();
        table.each((index, row) -> {
            boolean isHeading = index < kept ? mapping.headings().contains(index) : heading != null && row.repeats(heading);
            if (!isHeading) {
                reader.accept(new MappedRow<>(row, mapping.places(), table.numbers()));
            }
        });
    }

    public Accounting accounting() {
        int headings = table.service();
        int continued = 0;
        for (int index = 0; index < table.rows().size(); index++) {
            int height = table.rows().get(index).height();
            boolean heading = mapping.headings().contains(index);
            headings += heading ? height : 0;
            continued += heading ? 0 : height - 1;
        }
        int repeatedLines = table.further().repeatedLines(mapping.heading());
        headings += repeatedLines;
        continued += table.further().lines() - repeatedLines
                - (table.further().rows() - table.further().repeated(mapping.heading()));
        return new Accounting(table.lines(), size(), headings, table.empty(), continued);
    }

    /** The table's columns that have any text and are used for nothing. */
    public List<Integer> unused() {
        List<MappedRow<C>> rows = rows();
        return IntStream.range(0, table.width()).filter(place -> !mapping.places().containsValue(place)
                && (table.further().isFilled(place) || rows.stream().anyMatch(row -> !row.isBlank(place)))).boxed().toList();
    }

    /** What the heading calls a column; empty if it does not. */
    public String heading(int place) {
        return mapping.heading() == ColumnMapping.NONE ? "" : table.rows().get(mapping.heading()).text(place);
    }

    /** The first text of a column below its heading, by which a person tells it. */
    public String sample(int place) {
        return rows().stream().map(row -> row.sample(place)).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
