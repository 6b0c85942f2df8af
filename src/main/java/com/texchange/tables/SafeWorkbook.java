package com.texchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook, of one sheet unless it has more rows than one can hold: then each further sheet begins with the
 * heading again. Every text is a text for the spreadsheet program too, also after somebody has changed it there: codes keep their
 * zeros, long numbers their digits, and nothing becomes a formula. Rows go out as they come.
 */
final class SafeWorkbook implements TableWriter {

    private static final String AS_TEXT = "@";
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    private static final int MOMENT_WIDTH = 17;
    private static final int WIDEST = 60;
    /** Rows that the widths of the columns are told by, and that are kept before they are written. */
    private static final int PORTION = 500;
    /** A spreadsheet program reads it as the character with that number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** Not every program can change texts that stand in their cells; those in the workbook's table of texts are kept until its end. */
    private static final int ROWS_TO_BE_CHANGED = 10_000;

    private final Workbook workbook;
    private final int most;
    private final List<Integer> widths = new ArrayList<>();
    private Worksheet sheet;
    private @Nullable Object[] heading = {};
    private int sheets;
    private boolean begun;
    /** Of the sheet. */
    private int rows;

    SafeWorkbook(OutputStream out) {
        this(out, Worksheet.MAX_ROWS);
    }

    /** @param most rows of a sheet, its heading among them */
    SafeWorkbook(OutputStream out, int most) {
        this.most = most;
        workbook = new Workbook(out, "T-Exchange", "1.0");
        sheet = nextSheet();
    }

    private Worksheet nextSheet() {
        sheets++;
        begun = false;
        rows = 0;
        Worksheet next = workbook.newWorksheet(String.valueOf(sheets));
        next.freezePane(0, 1);
        return next;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        if (rows == most) {
            endSheet();
            sheet = nextSheet();
            put(heading);
        } else if (rows == 0) {
            heading = cells.clone();
        }
        put(cells);
    }

    private void put(@Nullable Object... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell != null) {
                write(column, cell);
            }
        }
        rows++;
        if (rows % PORTION == 0) {
            flush();
        }
    }

    private void write(int column, Object cell) {
        if (cell instanceof LocalDateTime moment) {
            sheet.value(rows, column, moment);
            sheet.style(rows, column).format(MOMENT).set();
            widen(column, MOMENT_WIDTH);
        } else {
            String text = cell.toString();
            String written = ESCAPE.matcher(cut(text)).replaceAll("_x005F_");
            if (sheets == 1 && rows < ROWS_TO_BE_CHANGED) {
                sheet.value(rows, column, written);
            } else {
                sheet.inlineString(rows, column, written);
            }
            sheet.style(rows, column).format(AS_TEXT).set();
            widen(column, text.length() + 2);
        }
        if (rows == 0) {
            sheet.style(rows, column).bold().set();
        }
    }

    private static String cut(String text) {
        return text.length() > Cell.MAX_LENGTH ? text.substring(0, Cell.MAX_LENGTH) : text;
    }

    private void widen(int column, int width) {
        while (widths.size() <= column) {
            widths.add(0);
        }
        widths.set(column, Math.min(WIDEST, Math.max(width, widths.get(column))));
    }

    private void flush() throws IOException {
        if (!begun) {
            begun = true;
            for (int column = 0; column < widths.size(); column++) {
                sheet.width(column, Math.max(Worksheet.DEFAULT_COL_WIDTH, widths.get(column)));
                // What is typed below the last row is a text too.
                sheet.style(column).format(AS_TEXT).set();
            }
        }
        sheet.flush();
    }

    private void endSheet() throws IOException {
        if (rows > 1) {
            sheet.setAutoFilter(0, 0, rows - 1, widths.size() - 1);
        }
        flush();
        sheet.close();
    }

    @Override
    public void close() throws IOException {
        endSheet();
        workbook.close();
    }
}
