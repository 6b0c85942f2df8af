package com.texchange.benchmark;

/**
 * How much is measured: each by a system property {@code benchmark.<name>}.
 *
 * @param licenses    all of them
 * @param distributor those of the distributor that looks at its lists
 * @param order       those of the distributor that has all of its licenses changed
 * @param load        rows of a table of licenses
 * @param rounds      the fewest
 */
record Sizes(int licenses, int distributor, int order, int load, int rounds) {

    Sizes {
        if (distributor + order > licenses || order < 1 || rounds < 1) {
            throw new IllegalArgumentException("no such sizes: licenses=" + licenses + ", distributor=" + distributor
                    + ", order=" + order + ", rounds=" + rounds);
        }
    }

    static Sizes asked() {
        int licenses = Integer.getInteger("benchmark.licenses", 100_000);
        return new Sizes(licenses, Integer.getInteger("benchmark.distributor", licenses * 3 / 10),
                Integer.getInteger("benchmark.order", licenses / 10),
                Integer.getInteger("benchmark.load", licenses / 10),
                Integer.getInteger("benchmark.rounds", 5));
    }

    /** A tenth of the data, to see how each line grows. */
    Sizes tenth() {
        return new Sizes(licenses / 10, distributor / 10, order / 10, load / 10, rounds);
    }
}
