package com.texchange.overview;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list are asked for, and what is known of it already, so that they need not be counted from its beginning.
 *
 * @param count of all that match
 * @param known rows that were read before
 */
public record OnboardingWindow(int offset, int limit, OnboardingCount count, List<KnownRow> known) {

    /** Of a list of which no more is known than how many match. */
    public OnboardingWindow(int offset, int limit, int count, List<KnownRow> known) {
        this(offset, limit, new OnboardingCount(count, null), known);
    }

    /**
     * Where reading begins.
     *
     * @param row      behind which it does; from an end of the list if there is none
     * @param backward towards the beginning
     * @param skipped  rows between
     */
    record Start(@Nullable OnboardingRow row, boolean backward, int skipped, int limit) {
    }

    /** @param byRows whether the order lets begin behind a row */
    Start nearest(boolean byRows) {
        Stream<Start> ends = Stream.of(new Start(null, false, offset, limit),
                new Start(null, true, Math.max(0, count.number() - offset - limit), Math.clamp(count.number() - offset, 0, limit)));
        return Stream.concat(ends, byRows ? known.stream().flatMap(this::from) : Stream.empty())
                .min(Comparator.comparingInt(Start::skipped)).orElseThrow();
    }

    private Stream<Start> from(KnownRow one) {
        return one.place() < offset ? Stream.of(new Start(one.row(), false, offset - one.place() - 1, limit))
                : one.place() >= offset + limit ? Stream.of(new Start(one.row(), true, one.place() - offset - limit, limit))
                : Stream.empty();
    }
}
