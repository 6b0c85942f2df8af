package com.texchange.tables;

import com.texchange.common.CleanText;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line   where it begins in its file, from 1
 * @param height lines that it takes: more than one if cells have line breaks
 * @param cells  without the empty ones at the end
 * @param fault  of the row as a whole, null if its cells are told apart
 */
public record TableRow(int line, int height, List<Cell> cells, @Nullable CellFault fault) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Empty if the row is shorter. */
    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    /** Its cells as headings are compared. */
    List<String> plain() {
        return IntStream.range(0, cells.size()).mapToObj(place -> HeadingWords.plain(text(place))).toList();
    }

    /** Printed lists have their heading on each page. */
    boolean repeats(TableRow heading) {
        return cells.size() == heading.cells().size() && IntStream.range(0, cells.size())
                .allMatch(place -> HeadingWords.plain(text(place)).equals(HeadingWords.plain(heading.text(place))));
    }

    /** In one line, without invisible characters; empty if the row is shorter. */
    String text(int index) {
        return CleanText.line(cell(index).text());
    }
}
