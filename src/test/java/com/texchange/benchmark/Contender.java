package com.texchange.benchmark;

/** One side of a race. */
@FunctionalInterface
interface Contender {

    /** A step that is timed. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** Does all once. @return a value for each line that the race has */
    double[] round() throws Exception;

    static Contender timed(Step step) {
        return () -> new double[] {millis(step)};
    }

    static double millis(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
