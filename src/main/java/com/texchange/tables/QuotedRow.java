package com.texchange.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a text whose cells may be in quotation marks and have line breaks.
 *
 * @param end       where the next row begins
 * @param height    lines that it takes
 * @param swallowed whether a cell with line breaks has what parts cells, or an address: then it is rather several rows
 */
record QuotedRow(List<String> cells, int end, int height, boolean swallowed) {

    /**
     * The row that begins at a position.
     *
     * @param text with line breaks of one character
     * @return null if a quotation mark is never closed
     */
    static @Nullable QuotedRow read(String text, int position, char delimiter) {
        return new Reader(text, position, delimiter).row();
    }

    private static final class Reader {

        private final String text;
        private final char delimiter;
        private final int start;
        private final List<String> cells = new ArrayList<>();
        private int at;
        private boolean swallowed;

        Reader(String text, int position, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
            this.start = position;
            this.at = position;
        }

        @Nullable QuotedRow row() {
            do {
                at = afterSpaces(at);
                boolean read = at < text.length() && text.charAt(at) == '"' ? quoted() : plain(at);
                if (!read) {
                    return null;
                }
            } while (isDelimiter(at++));
            int end = Math.min(at, text.length());
            int breaks = (int) text.substring(start, at - 1).chars().filter(c -> c == '\n').count();
            return new QuotedRow(cells, end, breaks + 1, swallowed);
        }

        private boolean quoted() {
            int close = closing(at + 1);
            if (close < 0) {
                return false;
            }
            int next = afterSpaces(close + 1);
            if (!isCellEnd(next)) {
                // Copied cells come without marks around them, also when they begin with a name in quotation marks.
                swallowed |= text.substring(at, close).indexOf('\n') >= 0;
                return plain(next);
            }
            String cell = text.substring(at + 1, close).replace("\"\"", "\"");
            swallowed |= cell.indexOf('\n') >= 0 && (cell.indexOf(delimiter) >= 0 || cell.indexOf('@') >= 0);
            cells.add(cell);
            at = next;
            return true;
        }

        /** The cell as it stands, to the first end of a cell from a position on. */
        private boolean plain(int from) {
            int end = from;
            while (!isCellEnd(end)) {
                end++;
            }
            cells.add(text.substring(at, end));
            at = end;
            return true;
        }

        /** The next mark that is not doubled; none if the cell were longer than any. */
        private int closing(int from) {
            int last = Math.min(text.length(), from + Cell.MAX_LENGTH);
            for (int i = from; i < last; i++) {
                if (text.charAt(i) != '"') {
                    continue;
                }
                if (i + 1 == text.length() || text.charAt(i + 1) != '"') {
                    return i;
                }
                i++;
            }
            return -1;
        }

        private int afterSpaces(int from) {
            int i = from;
            while (i < text.length() && isSpace(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private boolean isSpace(char c) {
            return c != delimiter && (c == ' ' || c == '\t' || c == '\u00A0');
        }

        private boolean isDelimiter(int index) {
            return index < text.length() && text.charAt(index) == delimiter;
        }

        private boolean isCellEnd(int index) {
            return index >= text.length() || text.charAt(index) == '\n' || text.charAt(index) == delimiter;
        }
    }
}
