package com.texchange.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One line of the results.
 *
 * @param ours   the median of what the application took
 * @param floor  that of the best there is for the same; what is counted, not timed, has the aim here
 * @param ratio  of the medians; null if the floor is 0
 * @param spread of the ratios of single rounds: how far the middle half of them lies apart, as a share of the one in the middle
 * @param growth ours, divided by ours with a tenth of the data; null if that was not measured
 */
record Line(String name, double ours, double floor, @Nullable Double ratio, double spread, String unit, int runs,
        double oursP95, double floorP95, @Nullable Double growth) {

    static Line of(String name, String unit, Samples ours, Samples floor) {
        boolean divisible = floor.values().stream().allMatch(value -> value > 0);
        return new Line(name, rounded(ours.median()), rounded(floor.median()),
                divisible ? rounded(ours.median() / floor.median()) : null,
                divisible ? rounded(ours.dividedBy(floor).spread()) : 0, unit, ours.values().size(),
                rounded(ours.p95()), rounded(floor.p95()), null);
    }

    Line grownFrom(Line tenth) {
        return new Line(name, ours, floor, ratio, spread, unit, runs, oursP95, floorP95,
                tenth.ours > 0 ? rounded(ours / tenth.ours) : null);
    }

    /** To four digits: more of them are noise. */
    static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
        return Math.round(value * scale) / scale;
    }
}
