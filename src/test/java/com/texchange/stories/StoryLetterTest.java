package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.mail.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a letter left is told apart from when it was written only where these are two moments. */
class StoryLetterTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT2S, false", "PT2M, false", "PT3M, true", "P1D, true"})
    void onlyALetterThatLeftLaterHasTwoTimes(Duration after, boolean later) {
        assertThat(letter(Delivery.State.SENT, after).leftLater()).isEqualTo(later);
    }

    @Test
    void oneThatWasGivenUpHasNotLeft() {
        assertThat(letter(Delivery.State.FAILED, Duration.ofDays(3)).leftLater()).isFalse();
    }

    private static StoryLetter letter(Delivery.State state, Duration after) {
        return new StoryLetter(WRITTEN, "invitation", null, state, 1, null, WRITTEN.plus(after), null, null, null);
    }
}
