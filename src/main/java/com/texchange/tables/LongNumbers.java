package com.texchange.tables;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of more than 15 digits that a workbook holds as texts, by column. One in 100,000 of those with 20 digits ends in five zeros by
 * itself, and one in ten of those with 16 in one. What has been rounded before it became a text ends so too, but seldom alone: a program that
 * takes one for a number takes the others of its column for numbers. So what ends in zeros is believed where no more do than chance makes.
 *
 * <p>Other files say nothing like it. In text, a number that somebody has added to a column of texts, which is rounded, looks as they do.
 */
final class LongNumbers {

    /** Standard deviations, by Poisson's law: chance goes beyond them in one table of hundreds. */
    private static final int DEVIATIONS = 3;
    /** So many others that are exact show what the column is; of fewer, all may have been rounded. */
    private static final int ENOUGH = 20;
    /** By column, then by how many digits a program would have lost. */
    private final Map<Integer, Map<Integer, Tally>> columns = new HashMap<>();

    private static final class Tally {

        private int all;
        private int zeros;
    }

    void add(TableRow row) {
        for (int place = 0; place < row.cells().size(); place++) {
            Cell cell = row.cell(place);
            if (cell.asText()) {
                count(place, cell.text());
            }
        }
    }

    private void count(int place, String text) {
        Rounding.beyond(text).ifPresent(digits -> {
            Tally tally = columns.computeIfAbsent(place, column -> new HashMap<>())
                    .computeIfAbsent(digits.length(), beyond -> new Tally());
            tally.all++;
            tally.zeros += Rounding.areZeros(digits) ? 1 : 0;
        });
    }

    /** Whether a cell that looks rounded is a number that ends so by chance. */
    boolean endSoByChance(int place, Cell cell) {
        return cell.asText() && Rounding.beyond(cell.text()).filter(digits -> isChance(place, digits.length())).isPresent();
    }

    private boolean isChance(int place, int beyond) {
        Tally tally = columns.getOrDefault(place, Map.of()).get(beyond);
        if (tally == null || tally.all - tally.zeros < ENOUGH) {
            return false;
        }
        double expected = tally.all * Math.pow(10, -beyond);
        return tally.zeros <= expected + DEVIATIONS * Math.sqrt(expected);
    }
}
