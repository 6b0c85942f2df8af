package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;

class ReadRowsTest {

    private static final Sort ORDER = Sort.by("number");
    private final ReadRows<Integer> rows = new ReadRows<>();

    @Test
    void pagesOfAListThatStaysAsItIsAreNoReasonToCount() {
        assertThat(rows.areOthers(numbers(0, 50), 50, 0, ORDER)).isFalse();
        assertThat(rows.areOthers(numbers(50, 70), 20, 50, ORDER)).isFalse();
        assertThat(rows.areOthers(numbers(25, 70), 45, 25, ORDER)).isFalse();
    }

    @Test
    void aPageWithFewerRowsThanItShouldHaveIsOnce() {
        assertThat(rows.areOthers(numbers(50, 60), 50, 50, ORDER)).isTrue();
        assertThat(rows.areOthers(numbers(50, 60), 50, 50, ORDER)).as("already told").isFalse();

        rows.forget();
        assertThat(rows.areOthers(numbers(50, 60), 10, 50, ORDER)).as("counted anew").isFalse();
        assertThat(rows.areOthers(numbers(50, 55), 10, 50, ORDER)).isTrue();
    }

    /** A page that is read from the end is always full. */
    @Test
    void aRowThatStoodElsewhereIs() {
        rows.areOthers(numbers(0, 50), 50, 0, ORDER);

        assertThat(rows.areOthers(numbers(40, 90), 50, 50, ORDER)).isTrue();
    }

    @Test
    void inAnotherOrderRowsStandElsewhere() {
        rows.areOthers(numbers(0, 50), 50, 0, ORDER);

        assertThat(rows.areOthers(numbers(0, 50).reversed(), 50, 0, ORDER.descending())).isFalse();
    }

    private static List<Integer> numbers(int from, int before) {
        return IntStream.range(from, before).boxed().toList();
    }
}
