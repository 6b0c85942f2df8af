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
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of workbooks does not tell of a sheet, and what would make it take all memory or time: it trusts the
 * addresses of cells and works out formulas.
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
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})([0-9]{1,7})");

    /** An area, shown in its first column; first and last row included, rows from 1, columns from 0. */
    record Merge(int firstRow, int firstColumn, int lastRow) {
    }

    /** @throws RefusedException if the sheet is not to be read */
    static SheetOutline read(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(part);
        Scan scan = new Scan();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                scan.element(xml);
            }
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

        void element(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "row" -> row(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "hidden"));
                case "c" -> cell(xml.getAttributeValue(null, "r"));
                case "v", "is" -> value();
                case "f" -> formula(xml);
                case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
                default -> { }
            }
        }

        private void row(@Nullable String number, @Nullable String hidden) {
            row = number == null ? row + 1 : Integer.parseInt(number);
            cellsInRow = 0;
            filled = false;
            if ("1".equals(hidden) || "true".equals(hidden)) {
                hiddenRows.add(row);
            }
        }

        private void cell(@Nullable String address) {
            cells++;
            cellsInRow++;
            if (cellsInRow > MAX_COLUMN || address != null && column(address) >= MAX_COLUMN) {
                throw tooComplex();
            }
        }

        private void value() {
            filledRows += filled ? 0 : 1;
            filled = true;
        }

        private void formula(XMLStreamReader xml) throws XMLStreamException {
            String type = xml.getAttributeValue(null, "t");
            if ("array".equals(type)) {
                arrays++;
            } else if ("shared".equals(type)) {
                longestShared = Math.max(longestShared, xml.getElementText().length());
                formulaWork += longestShared * longestShared;
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
