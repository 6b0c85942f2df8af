package com.texchange.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianIsTheOneInTheMiddleOrBetweenTheTwo() {
        assertThat(samples(30, 10, 20).median()).isEqualTo(20);
        assertThat(samples(40, 10, 20, 30).median()).isEqualTo(25);
        assertThat(samples(7).median()).isEqualTo(7);
    }

    @Test
    void oneInTwentyIsAboveTheP95() {
        Samples samples = new Samples(IntStream.rangeClosed(0, 100).mapToObj(i -> (double) i).toList().reversed());

        assertThat(samples.p95()).isEqualTo(95);
        assertThat(samples(10, 20).p95()).isEqualTo(19.5, within(1e-9));
        assertThat(samples(7).p95()).isEqualTo(7);
    }

    @Test
    void theSpreadIsTheMiddleHalfOfTheValues() {
        assertThat(samples(8, 9, 10, 11, 100).spread()).isEqualTo(0.2, within(1e-9));
        assertThat(samples(5, 5, 5).spread()).isZero();
        assertThat(samples(0, 0).spread()).isZero();
    }

    @Test
    void ratiosAreTakenRunByRun() {
        assertThat(samples(10, 30, 20).dividedBy(samples(5, 10, 20)).values()).containsExactly(2.0, 3.0, 1.0);
    }

    @Test
    void withoutARunThereIsNothingToSay() {
        assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Samples samples(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }
}
