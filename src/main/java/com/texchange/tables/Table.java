package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.util.List;

/**
 * A table as it stands in its file. Every line of the file is in a row, empty, or one that is for programs only.
 *
 * @param rows    with any text, headings among them
 * @param lines   all lines of the file up to the last one with text
 * @param empty   lines without text
 * @param service lines that name the separator
 */
public record Table(List<TableRow> rows, int lines, int empty, int service) {

    /** The most that are taken at a time, headings not counted. */
    public static final int MAX_ROWS = 10_000;
    /** The most columns that may have any text. */
    public static final int MAX_COLUMNS = 100;
    /** Lines above the rows that may be titles and headings. */
    private static final int ROOM_FOR_HEADINGS = 100;

    /** @throws RefusedException if there is no row */
    public Table {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new RefusedException("tables.empty");
        }
    }

    /** @throws RefusedException if there are too many, so that nobody reads on */
    static void requireRoom(int rows) {
        if (rows > MAX_ROWS + ROOM_FOR_HEADINGS) {
            throw new RefusedException("tables.tooManyRows", MAX_ROWS);
        }
    }

    /** @throws RefusedException if a row is too wide */
    static void requireWidth(int columns) {
        if (columns > MAX_COLUMNS) {
            throw new RefusedException("tables.tooManyColumns", MAX_COLUMNS);
        }
    }

    /** Columns that have any text. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
