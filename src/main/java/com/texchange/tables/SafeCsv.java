package com.texchange.tables;

import com.texchange.common.Languages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table for spreadsheet programs: in UTF-8 with the mark by which they tell it, with the separator that they
 * expect in the reader's language, and so that no cell is taken for a formula.
 */
final class SafeCsv implements TableWriter {

    /**
     * What makes a spreadsheet program calculate a cell: signs, those of full width too, which East Asian ones take for the same,
     * and what is skipped at the beginning.
     */
    private static final String FORMULA_BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0";
    /** Shown by none of them, and makes what follows a text. */
    private static final char PROTECTION = '\'';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Spreadsheet programs of every language take it for a moment. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CSVPrinter printer;

    /** @param reader whose language decides on the separator */
    SafeCsv(OutputStream out, Locale reader) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        boolean commaIsDecimal = reader.getLanguage().equals(Languages.RUSSIAN.getLanguage());
        // All in quotation marks, so that a cell with another separator in it does not make that one likely.
        printer = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(commaIsDecimal ? ';' : ',')
                .setQuoteMode(QuoteMode.ALL_NON_NULL).get());
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(SafeCsv::text).toArray());
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        return cell == null ? null : protect(cell.toString());
    }

    private static String protect(String cell) {
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
