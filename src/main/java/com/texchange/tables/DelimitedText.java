package com.texchange.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table that was pasted from a spreadsheet or saved as text. Tab, semicolon and comma are told apart by the text
 * itself; cells may be in quotation marks. A mark that is not closed, or closed lines later so that it swallows the cells
 * of others, costs nobody their row: its lines are read one by one and say what is wrong.
 */
final class DelimitedText {

    private static final String DELIMITERS = "\t;,";
    /** Lines that the delimiter is told by. */
    private static final int LOOKED_AT = 20;
    /** Spreadsheet programs write and read this line to say which delimiter follows. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?i)\"?sep=([\t;,])\"?\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final String text;
    private final char delimiter;
    private final List<TableRow> rows = new ArrayList<>();
    private int position;
    private int lines;
    private int empty;
    private int service;

    private DelimitedText(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        String named = named(this.text);
        this.delimiter = named == null ? mostUsed(this.text) : named.charAt(0);
        if (named != null) {
            position = afterLine(0);
            lines = 1;
            service = 1;
        }
    }

    /**
     * The rows of the text.
     *
     * @throws com.texchange.common.RefusedException if there is none, or more than can be taken
     */
    static Table read(String text) {
        return new DelimitedText(text).table();
    }

    private Table table() {
        while (position < text.length()) {
            QuotedRow row = QuotedRow.read(text, position, delimiter);
            if (row == null) {
                addSingleLine(CellFault.UNCLOSED_QUOTE);
            } else if (row.swallowed()) {
                while (position < row.end()) {
                    addSingleLine(CellFault.UNCLOSED_QUOTE);
                }
            } else {
                add(row.cells(), row.height(), null);
                position = row.end();
            }
        }
        return new Table(rows, lines, empty, service);
    }

    /** Without a thought for quotation marks. */
    private void addSingleLine(CellFault fault) {
        int end = afterLine(position);
        String line = text.substring(position, end).stripTrailing();
        add(Arrays.asList(line.split(Pattern.quote(String.valueOf(delimiter)), -1)), 1, fault);
        position = end;
    }

    private void add(List<String> texts, int height, @Nullable CellFault fault) {
        List<Cell> cells = new ArrayList<>(texts.stream().map(String::strip).map(SafeCsv::unprotect).map(Cell::of).toList());
        while (!cells.isEmpty() && cells.getLast().isBlank()) {
            cells.removeLast();
        }
        int line = lines + 1;
        lines += height;
        if (cells.isEmpty()) {
            empty += height;
            return;
        }
        Table.requireWidth(cells.size());
        rows.add(new TableRow(line, height, cells, fault));
        Table.requireRoom(rows.size());
    }

    /** Where the next line begins. */
    private int afterLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static @Nullable String named(String text) {
        return text.lines().findFirst().map(DELIMITER_LINE::matcher).filter(Matcher::matches)
                .map(line -> line.group(1)).orElse(null);
    }

    /** The one that most lines have; of two, the one that is less likely to be part of a cell. */
    private static char mostUsed(String text) {
        List<String> sample = text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT)
                .map(line -> QUOTED.matcher(line).replaceAll("")).toList();
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            long with = sample.stream().filter(line -> line.indexOf(candidate) >= 0).count();
            if (with > most) {
                best = candidate;
                most = with;
            }
        }
        return best;
    }
}
