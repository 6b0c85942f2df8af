package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListWindowTest {

    private static final int COUNT = 23;
    private static final List<Integer> ROWS = IntStream.range(0, COUNT).boxed().toList();

    @Test
    void givesTheSameRowsFromEitherEndAndPassesNoMoreThanHalfOfThem() {
        for (int offset = 0; offset < COUNT; offset++) {
            for (int limit = 1; offset + limit <= COUNT; limit++) {
                ListWindow window = ListWindow.of(offset, limit, COUNT);
                assertThat(read(window)).as("%d %d", offset, limit).isEqualTo(ROWS.subList(offset, offset + limit));
                assertThat(window.offset()).isLessThanOrEqualTo(COUNT / 2);
            }
        }
    }

    @Test
    void readsFromTheBeginningWhatReachesPastTheEnd() {
        assertThat(ListWindow.of(20, 10, COUNT)).isEqualTo(ListWindow.of(20, 10));
        assertThat(ListWindow.of(30, 10, COUNT)).isEqualTo(ListWindow.of(30, 10));
        assertThat(ListWindow.of(0, 10, 0)).isEqualTo(ListWindow.of(0, 10));
    }

    private static List<Integer> read(ListWindow window) {
        List<Integer> order = window.fromEnd() ? ROWS.reversed() : ROWS;
        List<Integer> rows = order.subList(window.offset(), window.offset() + window.limit());
        return window.fromEnd() ? rows.reversed() : rows;
    }
}
