package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.mail.Delivery;
import com.texchange.onboarding.ActivityKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aLetterStandsAfterTheStepThatItTellsOf() {
        StoryStep opened = step(ActivityKind.ACCOUNT_OPENED, 3);
        StoryStep connected = step(ActivityKind.CONNECTED, 60_005);
        StoryLetter welcome = letter("registration-accepted", 1);
        StoryLetter done = letter("connected", 60_001);

        assertThat(StoryOrder.of(List.of(opened, connected), List.of(welcome, done))).containsExactly(opened, welcome, connected, done);
    }

    @Test
    void aStepThatTheProcessRecordsLaterIsStillItsCause() {
        StoryStep rejected = step(ActivityKind.REJECTED, 2_500);
        StoryLetter letter = letter("registration-rejected", 0);

        assertThat(StoryOrder.of(List.of(rejected), List.of(letter))).containsExactly(rejected, letter);
    }

    @Test
    void anEarlierLetterStaysBeforeWhatIsDoneAgain() {
        StoryStep invited = step(ActivityKind.INVITED, 0);
        StoryStep again = step(ActivityKind.RESENT, 3_000);
        StoryLetter first = letter("invitation", 900);
        StoryLetter second = letter("invitation", 2_998);

        assertThat(StoryOrder.of(List.of(invited, again), List.of(first, second))).containsExactly(invited, first, again, second);
    }

    @Test
    void stepsStandAsTheyWereRecordedWhateverTheClocksSaid() {
        StoryStep accepted = step(ActivityKind.ACCEPTED, 5_000);
        StoryStep established = step(ActivityKind.PARTNERSHIP_ESTABLISHED, 4_000);
        StoryLetter reminder = letter("connect-reminder", 4_500);

        assertThat(StoryOrder.of(List.of(accepted, established), List.of(reminder))).containsExactly(reminder, accepted, established);
    }

    @Test
    void ofOneMomentTheStepStandsFirst() {
        StoryStep invited = step(ActivityKind.INVITED, 0);
        StoryLetter letter = letter("invitation", 0);

        assertThat(StoryOrder.of(List.of(invited), List.of(letter))).containsExactly(invited, letter);
    }

    private static StoryStep step(ActivityKind kind, int millis) {
        return new StoryStep(NOON.plusMillis(millis), StoryLine.Side.SYSTEM, kind, "key", List.of());
    }

    private static StoryLetter letter(String template, int millis) {
        return new StoryLetter(NOON.plusMillis(millis), template, null, Delivery.State.SENT, 1, null, null, null, null, null);
    }
}
