package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in its file. Every line of the file is in a row, empty, or one that is for programs only. Of a long
 * table the first rows are kept; the others are read again from its file by whoever needs them.
 */
public final class Table {

    /** The most columns that may have any text. */
    public static final int MAX_COLUMNS = 100;
    /** Lines above the rows that may be titles and headings. */
    private static final int ROOM_FOR_HEADINGS = 100;
    private static final int KEPT = TableLimits.USUAL.rows() + ROOM_FOR_HEADINGS;
    /** Characters of the rows that are kept: no more than a table of the usual size has. */
    private static final long KEPT_CHARACTERS = TableLimits.USUAL.unpacked();

    private final RowSource source;
    private final TableLimits limits;
    private final List<TableRow> rows = new ArrayList<>();
    private final RowSource.Lines lines;
    private final FurtherRows further;
    private final LongNumbers numbers = new LongNumbers();

    private Table(RowSource source, TableLimits limits) {
        this.source = source;
        this.limits = limits;
        Taker taker = new Taker();
        this.lines = source.read(taker);
        this.further = taker.further == null ? new FurtherRows(rows) : taker.further;
    }

    /** @throws RefusedException if there is no row, or more than are taken */
    static Table read(RowSource source, TableLimits limits) {
        Table table = new Table(source, limits);
        if (table.rows.isEmpty()) {
            throw new RefusedException("tables.empty");
        }
        return table;
    }

    private final class Taker implements Consumer<TableRow> {

        private @Nullable FurtherRows further;
        private long characters;

        @Override
        public void accept(TableRow row) {
            if (row.cells().size() > MAX_COLUMNS) {
                throw new RefusedException("tables.tooManyColumns", MAX_COLUMNS);
            }
            numbers.add(row);
            if (rows.size() < KEPT) {
                keep(row);
            } else {
                further = further == null ? new FurtherRows(rows) : further;
                further.add(row);
            }
            // Nobody reads on then.
            if (rows.size() + (further == null ? 0 : further.rows()) > limits.rows() + ROOM_FOR_HEADINGS) {
                throw new RefusedException("tables.tooManyRows", limits.rows());
            }
        }

        private void keep(TableRow row) {
            characters += row.cells().stream().mapToLong(cell -> cell.text().length()).sum();
            if (characters > KEPT_CHARACTERS) {
                throw limits.tooLarge();
            }
            rows.add(row);
        }
    }

    /** With any text, headings among them; of a long table the first ones. */
    public List<TableRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** All lines of the file up to the last one with text. */
    int lines() {
        return lines.all();
    }

    int empty() {
        return lines.empty();
    }

    int service() {
        return lines.service();
    }

    FurtherRows further() {
        return further;
    }

    LongNumbers numbers() {
        return numbers;
    }

    /** How many rows it has. */
    int size() {
        return rows.size() + further.rows();
    }

    TableLimits limits() {
        return limits;
    }

    /** Every row, with its place, from 0. */
    void each(RowReader reader) {
        if (further.rows() == 0) {
            for (int index = 0; index < rows.size(); index++) {
                reader.row(index, rows.get(index));
            }
            return;
        }
        source.read(new Consumer<>() {

            private int index;

            @Override
            public void accept(TableRow row) {
                reader.row(index, row);
                index++;
            }
        });
    }

    /** Takes rows with their places. */
    interface RowReader {

        void row(int index, TableRow row);
    }

    /** Columns that have any text. */
    public int width() {
        return Math.max(further.width(), rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    }
}
