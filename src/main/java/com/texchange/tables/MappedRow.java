package com.texchange.tables;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table whose columns are known. */
public final class MappedRow<C extends Enum<C> & TableColumn> {

    private final TableRow row;
    private final Map<C, Integer> places;
    private final LongNumbers numbers;

    /** @param numbers of the whole table */
    MappedRow(TableRow row, Map<C, Integer> places, LongNumbers numbers) {
        this.row = row;
        this.places = places;
        this.numbers = numbers;
    }

    /** Where it begins in its file, from 1. */
    public int line() {
        return row.line();
    }

    /** In one line, without invisible characters; empty if the table has no such column. */
    public String text(C column) {
        Integer place = places.get(column);
        return place == null ? "" : row.text(place);
    }

    /** Cleaned as a number of its kind; empty if the table has no such column. */
    public String number(C column) {
        return column.number(text(column));
    }

    boolean isBlank(int place) {
        return row.cell(place).isBlank();
    }

    String sample(int place) {
        return row.text(place);
    }

    /** Why it must not be used; null if its cells can be relied on. What they say is another matter. */
    public @Nullable RowFault fault() {
        CellFault whole = row.fault();
        if (whole != null) {
            return new RowFault(whole, "");
        }
        for (Map.Entry<C, Integer> place : places.entrySet()) {
            CellFault fault = fault(place.getKey(), place.getValue());
            if (fault != null) {
                return new RowFault(fault, place.getKey().key());
            }
        }
        return null;
    }

    private @Nullable CellFault fault(TableColumn column, int place) {
        Cell cell = row.cell(place);
        CellFault fault = cell.fault();
        if (fault == CellFault.DATE || fault == CellFault.ROUNDED) {
            return column.literal() ? fault : null;
        }
        if (fault == null && column.literal() && Rounding.isLikely(cell.text()) && !numbers.endSoByChance(place, cell)) {
            return CellFault.ROUNDED;
        }
        return fault;
    }
}
