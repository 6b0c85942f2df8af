package com.texchange.common;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table for spreadsheet programs: in UTF-8 with the mark by which they tell it, with the separator that they
 * expect in the reader's language, and so that no cell is taken for a formula.
 */
public final class SafeCsv implements Closeable {

    public static final String CONTENT_TYPE = "text/csv;charset=utf-8";
    /** What makes a spreadsheet program calculate a cell. The last two it skips at the beginning. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";
    /** Shown by none of them, and makes what follows a text. */
    private static final char PROTECTION = '\'';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    /** @param reader whose language decides on the separator */
    public SafeCsv(OutputStream out, Locale reader) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        boolean commaIsDecimal = reader.getLanguage().equals(Languages.RUSSIAN.getLanguage());
        printer = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(commaIsDecimal ? ';' : ',').get());
    }

    /** Null for an empty cell. */
    public void row(@Nullable String... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(SafeCsv::protect).toArray());
    }

    private static String protect(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return isFormula(cell) || isProtected(cell) ? PROTECTION + cell : cell;
    }

    /** The cell as it was before {@link #row}. */
    static String unprotect(String cell) {
        return isProtected(cell) ? cell.substring(1) : cell;
    }

    /** A text that only looks protected is protected too, so that it comes back as it was. */
    private static boolean isProtected(String cell) {
        return cell.length() > 1 && cell.charAt(0) == PROTECTION
                && (isFormula(cell.substring(1)) || isProtected(cell.substring(1)));
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
