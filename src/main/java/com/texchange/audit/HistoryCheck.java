package com.texchange.audit;

import java.util.function.Consumer;

/**
 * Holds what a history says against what a table says. Whoever keeps both implements it; it is run at night, and may take its time, but reads
 * in portions and locks nothing.
 */
public interface HistoryCheck {

    /** By which pages know it; short, of small letters. */
    String name();

    /**
     * Looks at all there is.
     *
     * @param differing takes each difference
     * @return how many rows were looked at
     */
    long look(Consumer<HistoryDifference> differing);
}
