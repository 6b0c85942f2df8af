package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextsInMemoryTest {

    private static final long MEGABYTE = 1_000_000;
    private static final Duration NO_PATIENCE = Duration.ZERO;
    private final TextsInMemory memory = new TextsInMemory(100 * MEGABYTE);

    @Test
    void whatWouldNotFitByItselfIsRefusedAtOnce() {
        assertThatThrownBy(() -> memory.take(101 * MEGABYTE)).isInstanceOf(RefusedException.class).hasMessage("tables.tooManyTexts");
    }

    @Test
    void whatDoesNotFitBesideOthersWaitsForThem() {
        int first = memory.take(60 * MEGABYTE);
        assertThatThrownBy(() -> memory.take(60 * MEGABYTE, NO_PATIENCE)).isInstanceOf(RefusedException.class).hasMessage("tables.busy");
        memory.giveBack(memory.take(30 * MEGABYTE, NO_PATIENCE));

        memory.giveBack(first);

        assertThat(memory.take(90 * MEGABYTE, NO_PATIENCE)).isPositive();
    }

    @Test
    void smallOnesAreAlwaysRead() {
        memory.take(100 * MEGABYTE);

        assertThat(memory.take(8 * MEGABYTE, NO_PATIENCE)).isZero();
    }
}
