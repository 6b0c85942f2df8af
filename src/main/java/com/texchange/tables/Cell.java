package com.texchange.tables;

import com.texchange.common.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text   as it was written, line breaks included
 * @param fault  null if the text can be relied on
 * @param asText whether a workbook holds it as a text, so that no program has taken it for a number there
 */
public record Cell(String text, @Nullable CellFault fault, boolean asText) {

    static final Cell EMPTY = new Cell("", null);
    /** The longest that spreadsheet programs have. */
    static final int MAX_LENGTH = 32_767;
    private static final char REPLACEMENT = '\uFFFD';

    Cell(String text, @Nullable CellFault fault) {
        this(text, fault, false);
    }

    /** A text with the faults that it shows by itself. */
    static Cell of(String text) {
        return of(text, false);
    }

    /** The same of a text that a workbook holds as one. */
    static Cell ofText(String text) {
        return of(text, true);
    }

    private static Cell of(String text, boolean asText) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.length() > MAX_LENGTH) {
            return new Cell(text.substring(0, MAX_LENGTH), CellFault.TOO_LONG, asText);
        }
        return new Cell(text, text.indexOf(REPLACEMENT) >= 0 ? CellFault.DAMAGED
                : isSeveralRows(text.strip()) ? CellFault.SEVERAL_ROWS : null, asText);
    }

    /** Commas say nothing: postal addresses of several lines have them. */
    private static boolean isSeveralRows(String text) {
        return (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)
                && (text.indexOf('@') >= 0 || text.indexOf(';') >= 0 || text.indexOf('\t') >= 0);
    }

    boolean isBlank() {
        return fault == null && (text.isEmpty() || CleanText.line(text).isEmpty());
    }
}
