package com.texchange.tables;

import com.texchange.common.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text  as it was written, line breaks included
 * @param fault null if the text can be relied on
 */
public record Cell(String text, @Nullable CellFault fault) {

    static final Cell EMPTY = new Cell("", null);
    /** The longest that spreadsheet programs have. */
    static final int MAX_LENGTH = 32_767;
    private static final char REPLACEMENT = '\uFFFD';

    /** A text with the faults that it shows by itself. */
    static Cell of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.length() > MAX_LENGTH) {
            return new Cell(text.substring(0, MAX_LENGTH), CellFault.TOO_LONG);
        }
        return new Cell(text, text.indexOf(REPLACEMENT) >= 0 ? CellFault.DAMAGED : null);
    }

    boolean isBlank() {
        return fault == null && (text.isEmpty() || CleanText.line(text).isEmpty());
    }
}
