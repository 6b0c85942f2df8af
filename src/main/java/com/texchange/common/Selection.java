package com.texchange.common;

import java.util.Set;

/**
 * Which things of a list a person has chosen for a step.
 *
 * @param <I> identifies a thing
 * @param <F> says what the list shows
 */
public sealed interface Selection<I, F> {

    /** One by one. */
    record Chosen<I, F>(Set<I> ids) implements Selection<I, F> {

        public Chosen {
            ids = Set.copyOf(ids);
        }
    }

    /** All that the list shows, be they on the page or not, but some. */
    record Matching<I, F>(F filter, Set<I> except) implements Selection<I, F> {

        public Matching {
            except = Set.copyOf(except);
        }
    }
}
