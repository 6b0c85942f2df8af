package com.texchange.connections.ui;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.data.domain.Sort;

/**
 * Notices that rows of a list have gone without news, as those of a grant do that ends by time: a page has fewer of them than it should
 * or, read from the list's end, has some again that stood elsewhere. Nothing is counted for that.
 *
 * @param <I> ids of rows
 */
public final class ReadRows<I> {

    /** Of the pages read last; those that are far away are not seen together. */
    private static final int MOST = 1_000;
    private final LinkedHashMap<I, Integer> places = new LinkedHashMap<>();
    private Sort order = Sort.unsorted();
    private boolean told;

    /**
     * Hears of a page.
     *
     * @param expected how many rows there should be, as far as they have been counted
     * @return whether the list is another than the one that was counted, and is to be counted anew; once, until {@link #forget}
     */
    public boolean areOthers(List<I> page, int expected, int offset, Sort sort) {
        if (!sort.equals(order)) {
            places.clear();
            order = sort;
        }
        boolean moved = false;
        for (int i = 0; i < page.size(); i++) {
            Integer before = places.putLast(page.get(i), offset + i);
            moved |= before != null && before != offset + i;
        }
        while (places.size() > MOST) {
            places.pollFirstEntry();
        }
        if (told || !moved && page.size() >= expected) {
            return false;
        }
        places.clear();
        told = true;
        return true;
    }

    /** Another list is read from now on, or there is news of it. */
    public void forget() {
        places.clear();
        told = false;
    }
}
