package com.texchange.overview.ui;

import com.texchange.overview.KnownRow;
import com.texchange.overview.OnboardingCount;
import com.texchange.overview.OnboardingRow;
import com.texchange.overview.OnboardingWindow;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;

/** The ends of the pages that a list has read since it last changed: whoever scrolls on goes on from there. */
class KnownRows {

    private static final int MOST = 1000;
    private final NavigableMap<Integer, OnboardingRow> rows = new TreeMap<>();
    private Sort order = Sort.unsorted();

    OnboardingWindow window(int offset, int limit, OnboardingCount count, Sort sort) {
        if (!sort.equals(order) || rows.size() > MOST) {
            clear();
            order = sort;
        }
        List<KnownRow> nearest = Stream.of(rows.lowerEntry(offset), rows.ceilingEntry(offset + limit)).filter(Objects::nonNull)
                .map(one -> new KnownRow(one.getKey(), one.getValue())).toList();
        return new OnboardingWindow(offset, limit, count, nearest);
    }

    void add(int offset, List<OnboardingRow> page) {
        if (!page.isEmpty()) {
            rows.put(offset, page.getFirst());
            rows.put(offset + page.size() - 1, page.getLast());
        }
    }

    void clear() {
        rows.clear();
    }
}
