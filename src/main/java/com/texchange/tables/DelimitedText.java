package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table that was pasted from a spreadsheet or saved as text. Tab, semicolon and comma are told apart by the text
 * itself; cells may be in quotation marks. A mark that is not closed, or closed lines later so that it swallows the cells
 * of others, costs nobody their row: its lines are read one by one and say what is wrong.
 */
final class DelimitedText implements RowSource {

    private static final String DELIMITERS = "\t;,";
    /** Lines that the delimiter is told by. */
    private static final int LOOKED_AT = 20;
    /** Spreadsheet programs write and read this line to say which delimiter follows. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?i)\"?sep=([\t;,])\"?\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** Characters that are at hand from where is read, or all that are left: no row is longer. */
    private static final int AHEAD = 4_000_000;
    private static final int PORTION = 64 * 1024;

    /** A text that can be read again. */
    @FunctionalInterface
    interface Source {

        Reader open() throws IOException;
    }

    private final Source source;

    DelimitedText(Source source) {
        this.source = source;
    }

    @Override
    public Lines read(Consumer<TableRow> reader) {
        try (Reader text = source.open()) {
            return new Reading(text, reader).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reading {

        private final Reader source;
        private final Consumer<TableRow> reader;
        private final char delimiter;
        private String text = "";
        private int position;
        private boolean ended;
        private boolean afterReturn;
        private int lines;
        private int empty;
        private int service;

        Reading(Reader source, Consumer<TableRow> reader) throws IOException {
            this.source = source;
            this.reader = reader;
            fill();
            String named = named(text);
            this.delimiter = named == null ? mostUsed(text) : named.charAt(0);
            if (named != null) {
                position = afterLine(0);
                lines = 1;
                service = 1;
            }
        }

        Lines lines() throws IOException {
            while (hasMore()) {
                QuotedRow row = QuotedRow.read(text, position, delimiter);
                if (row == null) {
                    addSingleLine(CellFault.UNCLOSED_QUOTE);
                } else if (row.swallowed()) {
                    int end = row.end();
                    while (position < end) {
                        addSingleLine(CellFault.UNCLOSED_QUOTE);
                    }
                } else {
                    requireWhole(row.end());
                    add(row.cells(), row.height(), null);
                    position = row.end();
                }
            }
            return new Lines(lines, empty, service);
        }

        private boolean hasMore() throws IOException {
            if (!ended && text.length() - position < AHEAD) {
                fill();
            }
            return position < text.length();
        }

        /** Takes the next characters, with line breaks of one character, and leaves those that were read. */
        private void fill() throws IOException {
            StringBuilder more = new StringBuilder(text.length() - position + PORTION).append(text, position, text.length());
            char[] portion = new char[PORTION];
            while (more.length() < 2 * AHEAD && !ended) {
                int read = source.read(portion);
                ended = read < 0;
                for (int i = 0; i < read; i++) {
                    char c = portion[i];
                    if (c != '\n' || !afterReturn) {
                        more.append(c == '\r' ? '\n' : c);
                    }
                    afterReturn = c == '\r';
                }
            }
            text = more.toString();
            position = 0;
        }

        /** A line of millions of characters is in no table. */
        private void requireWhole(int end) {
            if (end >= text.length() && !ended) {
                throw new RefusedException("tables.binary");
            }
        }

        /** Without a thought for quotation marks. */
        private void addSingleLine(CellFault fault) {
            int end = afterLine(position);
            requireWhole(end);
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
            reader.accept(new TableRow(line, height, cells, fault));
        }

        /** Where the next line begins. */
        private int afterLine(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end + 1;
        }
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
