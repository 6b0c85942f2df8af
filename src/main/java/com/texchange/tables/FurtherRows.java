package com.texchange.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the rows of a long table that are not kept: enough to account for each of its lines. */
final class FurtherRows {

    /** A heading that is repeated stands among the first rows. */
    private static final int MAY_BE_HEADINGS = 20;

    private final BitSet filled = new BitSet();
    private final Map<String, List<Integer>> headings = new HashMap<>();
    private final List<List<String>> plainFirst;
    private final int[] repeated = new int[MAY_BE_HEADINGS];
    private final int[] repeatedLines = new int[MAY_BE_HEADINGS];
    private int rows;
    private int lines;

    /** @param first the rows before them */
    FurtherRows(List<TableRow> first) {
        plainFirst = first.stream().limit(MAY_BE_HEADINGS).map(TableRow::plain).toList();
        for (int index = 0; index < plainFirst.size(); index++) {
            headings.computeIfAbsent(plainFirst.get(index).getFirst(), text -> new ArrayList<>()).add(index);
        }
    }

    void add(TableRow row) {
        rows++;
        lines += row.height();
        for (int place = 0; place < row.cells().size(); place++) {
            if (!filled.get(place) && !row.cell(place).isBlank()) {
                filled.set(place);
            }
        }
        List<String> plain = null;
        for (int index : headings.getOrDefault(HeadingWords.plain(row.text(0)), List.of())) {
            // Once for a row: where the first column says the same in each, all rows come here.
            plain = plain == null ? row.plain() : plain;
            if (plain.equals(plainFirst.get(index))) {
                repeated[index]++;
                repeatedLines[index] += row.height();
            }
        }
    }

    int rows() {
        return rows;
    }

    int lines() {
        return lines;
    }

    /** How often a row among the first ones stands there again. */
    int repeated(int index) {
        return index >= 0 && index < repeated.length ? repeated[index] : 0;
    }

    int repeatedLines(int index) {
        return index >= 0 && index < repeated.length ? repeatedLines[index] : 0;
    }

    boolean isFilled(int place) {
        return filled.get(place);
    }

    int width() {
        return filled.length();
    }
}
