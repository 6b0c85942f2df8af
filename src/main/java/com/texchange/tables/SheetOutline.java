package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of workbooks does not tell of a sheet, and what would make it take all memory or time: it trusts the
 * addresses of cells, works out formulas, and takes numbers and texts however long they are.
 *
 * @param filledRows rows with at least one value
 * @param hiddenRows by their numbers, from 1
 * @param merges     areas of cells that are shown as one
 */
record SheetOutline(int filledRows, Set<Integer> hiddenRows, List<Merge> merges) {

    private static final int MAX_COLUMN = 16_384;
    private static final int MAX_MERGES = 50_000;
    /** Squares of the lengths of shared formulas, for each cell that shares one: what working them out takes. */
    private static final long MAX_FORMULA_WORK = 2_000_000_000L;
    /** The reader compares each cell with each array formula. */
    private static final long MAX_ARRAY_WORK = 500_000_000L;
    /** Of one number; what making it of its digits takes grows with their square. */
    private static final int MAX_DIGITS = 1_000;
    /** Characters of all cells of a row, as in a table that is text. */
    private static final int MAX_ROW = 4_000_000;
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})([0-9]{1,7})");

    /** An area, shown in its first column; first and last row included, rows from 1, columns from 0. */
    record Merge(int firstRow, int firstColumn, int lastRow) {
    }

    /** @throws RefusedException if the sheet is not to be read */
    static SheetOutline read(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = PartEvents.of(part);
        Scan scan = new Scan();
        while (xml.hasNext()) {
            scan.take(xml.next(), xml);
        }
        scan.requireReasonableWork();
        return new SheetOutline(scan.filledRows, scan.hiddenRows, scan.merges);
    }

    private static final class Scan {

        private final Set<Integer> hiddenRows = new HashSet<>();
        private final List<Merge> merges = new ArrayList<>();
        private int filledRows;
        private int row;
        private int cellsInRow;
        private boolean filled;
        private long cells;
        private long arrays;
        private long longestShared;
        private long formulaWork;
        private boolean isNumber;
        private boolean isValue;
        private long digits;
        private long textOfRow;
        /** How deep it is inside a value or a formula: the reader takes all text there, whatever elements are around it. */
        private int within;

        void take(int event, XMLStreamReader xml) throws XMLStreamException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (within > 0) {
                        within++;
                    } else {
                        element(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> within = Math.max(0, within - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml.getTextLength());
                default -> { }
            }
        }

        private void element(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "row" -> row(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "hidden"));
                case "c" -> cell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
                case "v" -> value(isNumber);
                case "is" -> value(false);
                case "f" -> formula(xml);
                case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
                default -> { }
            }
        }

        private void row(@Nullable String number, @Nullable String hidden) {
            row = number == null ? row + 1 : Integer.parseInt(number);
            cellsInRow = 0;
            textOfRow = 0;
            filled = false;
            if ("1".equals(hidden) || "true".equals(hidden)) {
                hiddenRows.add(row);
            }
        }

        private void cell(@Nullable String address, @Nullable String type) {
            cells++;
            cellsInRow++;
            digits = 0;
            isNumber = type == null || type.equals("n");
            if (cellsInRow > MAX_COLUMN || address != null && column(address) >= MAX_COLUMN) {
                throw tooComplex();
            }
        }

        private void value(boolean number) {
            filledRows += filled ? 0 : 1;
            filled = true;
            within = 1;
            isValue = number;
        }

        private void text(int characters) {
            textOfRow += characters;
            digits += within > 0 && isValue ? characters : 0;
            if (textOfRow > MAX_ROW || digits > MAX_DIGITS) {
                throw new RefusedException("tables.workbook");
            }
        }

        private void formula(XMLStreamReader xml) throws XMLStreamException {
            String type = xml.getAttributeValue(null, "t");
            if ("shared".equals(type)) {
                longestShared = Math.max(longestShared, xml.getElementText().length());
                formulaWork += longestShared * longestShared;
            } else {
                arrays += "array".equals(type) ? 1 : 0;
                within = 1;
                isValue = false;
            }
        }

        private void merge(@Nullable String area) {
            String[] corners = area == null ? new String[0] : area.split(":", 2);
            if (corners.length < 2) {
                return;
            }
            merges.add(new Merge(rowOf(corners[0]), column(corners[0]), rowOf(corners[1])));
            if (merges.size() > MAX_MERGES) {
                throw tooComplex();
            }
        }

        void requireReasonableWork() {
            if (formulaWork > MAX_FORMULA_WORK || arrays * cells > MAX_ARRAY_WORK) {
                throw tooComplex();
            }
        }

        private static int column(String address) {
            int column = 0;
            for (char letter : address(address).group(1).toUpperCase(Locale.ROOT).toCharArray()) {
                column = column * 26 + letter - 'A' + 1;
            }
            return column - 1;
        }

        private static int rowOf(String address) {
            return Integer.parseInt(address(address).group(2));
        }

        private static Matcher address(String text) {
            Matcher address = ADDRESS.matcher(text);
            if (!address.matches()) {
                throw tooComplex();
            }
            return address;
        }

        private static RefusedException tooComplex() {
            return new RefusedException("tables.tooComplex");
        }
    }
}
