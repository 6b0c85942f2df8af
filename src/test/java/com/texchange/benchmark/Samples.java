package com.texchange.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/** What was measured in several runs, in their order. */
record Samples(List<Double> values) {

    Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    /** Between two values, by the way that is gone from one to the next. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** How far the middle half of the values lies apart, as a share of the median; 0 where that is 0. */
    double spread() {
        return median() == 0 ? 0 : (quantile(0.75) - quantile(0.25)) / median();
    }

    /** Run by run: what disturbs the machine for a while disturbs both. */
    Samples dividedBy(Samples others) {
        return new Samples(IntStream.range(0, values.size()).mapToObj(run -> values.get(run) / others.values.get(run)).toList());
    }
}
