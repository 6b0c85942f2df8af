package com.texchange.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table that was pasted from a spreadsheet or saved as CSV. Tab, semicolon and comma are told apart by the table
 * itself; cells may be in quotes; blank lines do not count.
 */
public final class Spreadsheet {

    private static final String DELIMITERS = "\t;,";
    /** Lines that the delimiter is told by. */
    private static final int LOOKED_AT = 20;
    /** Spreadsheet programs write and read this line to say which delimiter follows. */
    private static final String DELIMITER_LINE = "(?i)\"?sep=[\t;,]\"?";

    private Spreadsheet() {
    }

    /** @param line where the row begins in the text, from 1 */
    public record Row(long line, List<String> cells) {

        /** Empty if the row is shorter. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    /**
     * The rows that have any text, with the spaces around their cells taken off.
     *
     * @param maxRows the most that may follow a heading; with one more, the first one is taken for it
     * @throws RefusedException if the quotation marks are not in order or there are more rows than that
     */
    public static List<Row> read(String text, int maxRows) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format(text))) {
            for (CSVRecord cells : parser) {
                Row row = row(cells, parser.getCurrentLineNumber());
                if (isBlank(row) || isDelimiterLine(row, text)) {
                    continue;
                }
                if (rows.size() == maxRows + 1) {
                    throw new RefusedException("common.table.tooManyRows", maxRows);
                }
                rows.add(row);
            }
        } catch (UncheckedIOException | CSVException e) {
            throw new RefusedException("common.table.noTable", rows.isEmpty() ? 1 : rows.getLast().line() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(CSVRecord cells, long lastLine) {
        long breaks = cells.stream().mapToLong(cell -> cell.chars().filter(c -> c == '\n').count()).sum();
        return new Row(lastLine - breaks, cells.stream().map(String::strip).map(SafeCsv::unprotect).toList());
    }

    private static boolean isBlank(Row row) {
        return row.cells().stream().allMatch(String::isEmpty);
    }

    private static boolean isDelimiterLine(Row row, String text) {
        return row.line() == 1 && text.lines().findFirst().orElse("").matches(DELIMITER_LINE);
    }

    private static CSVFormat format(String text) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                // Copied cells come without marks around them, also when they begin with a name in quotation marks.
                .setTrailingData(true).get();
    }

    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.matches(DELIMITER_LINE)
                ? (char) first.chars().filter(c -> DELIMITERS.indexOf(c) >= 0).findFirst().orElseThrow()
                : mostUsed(text);
    }

    /** The one that most rows have; of two, the one that is less likely to be part of a cell. */
    private static char mostUsed(String text) {
        int[] rowsWith = new int[DELIMITERS.length()];
        boolean[] inThisRow = new boolean[DELIMITERS.length()];
        boolean quoted = false;
        int rows = 0;
        for (int i = 0; i < text.length() && rows < LOOKED_AT; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int delimiter = DELIMITERS.indexOf(c);
            if (!quoted && delimiter >= 0 && !inThisRow[delimiter]) {
                inThisRow[delimiter] = true;
                rowsWith[delimiter]++;
            } else if (!quoted && c == '\n') {
                Arrays.fill(inThisRow, false);
                rows++;
            }
        }
        int best = IntStream.range(0, rowsWith.length).reduce((one, other) ->
                rowsWith[other] > rowsWith[one] ? other : one).orElseThrow();
        return rowsWith[best] == 0 ? ',' : DELIMITERS.charAt(best);
    }
}
