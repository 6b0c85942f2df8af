package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.onboarding.OnboardingProperties;
import com.texchange.onboarding.Stage;
import com.texchange.stories.Milestone.Kind;
import com.texchange.stories.MilestoneForecast.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reminders every 14 days, at most three; an invitation is valid for 90 days. */
class MilestoneForecastTest {

    private static final Instant INVITED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant EXPIRES = day(90);
    private static final OnboardingProperties PROPERTIES = new OnboardingProperties(Duration.ofDays(90),
            Duration.ofDays(14), 3, 3);

    @ParameterizedTest
    @CsvSource({"0, 14, 1", "13, 14, 1", "15, 28, 2", "41, 42, 3"})
    void theNextReminderComesAtTheNextEndOfAnInterval(int today, int reminder, int number) {
        assertThat(of(Kind.REMINDER, Stage.INVITED, today))
                .containsExactly(new Milestone(Kind.REMINDER, day(reminder), number, 3, false));
    }

    @Test
    void afterTheLastReminderThereIsNone() {
        assertThat(of(Kind.REMINDER, Stage.INVITED, 43)).isEmpty();
    }

    @Test
    void aReminderThatCameLateMovesTheNextOne() {
        Instant late = day(14).plus(Duration.ofHours(5));

        assertThat(outlook(15).of(new Situation(Stage.INVITED, INVITED, List.of(late), EXPIRES, false, null, null)))
                .contains(new Milestone(Kind.REMINDER, late.plus(Duration.ofDays(14)), 2, 3, false));
    }

    @Test
    void aReminderOfAnEarlierWaitDoesNotCount() {
        assertThat(outlook(31).of(new Situation(Stage.CONNECTING, day(30), List.of(day(14)), EXPIRES, false, null, null)))
                .containsExactly(new Milestone(Kind.REMINDER, day(44), 1, 3, false));
    }

    @Test
    void noReminderComesAfterTheExpiry() {
        assertThat(outlook(1).of(new Situation(Stage.INVITED, INVITED, List.of(), day(10), false, null, null)))
                .extracting(Milestone::kind).containsExactly(Kind.EXPIRY);
    }

    @Test
    void nobodyIsRemindedWhileTheSalesDepartmentChecksButItIsItself() {
        assertThat(outlook(1).of(new Situation(Stage.REGISTERING, INVITED, List.of(), EXPIRES, false, day(3), null)))
                .extracting(Milestone::kind).containsExactly(Kind.DUE, Kind.ESCALATION, Kind.EXPIRY);
    }

    @Test
    void nobodyIsRemindedOfLicensesThatAreChosen() {
        assertThat(outlook(1).of(new Situation(Stage.CONNECTING, INVITED, List.of(), EXPIRES, true, null, null)))
                .isEmpty();
    }

    @Test
    void whatIsPastIsOverdue() {
        assertThat(outlook(20).of(new Situation(Stage.CONNECTING, INVITED, List.of(day(14)), EXPIRES, false, day(15), null)))
                .startsWith(new Milestone(Kind.DUE, day(15), 1, 1, true));
    }

    @Test
    void anOverdueRegistrationHasBeenEscalated() {
        assertThat(outlook(5).of(new Situation(Stage.REGISTERING, INVITED, List.of(), EXPIRES, false, day(3), null)))
                .extracting(Milestone::kind).containsExactly(Kind.DUE, Kind.EXPIRY);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "DECLINED", "EXPIRED", "REVOKED", "REJECTED"})
    void afterTheEndOnlyALetterCanStillGoOut(Stage stage) {
        assertThat(outlook(1).of(new Situation(stage, INVITED, List.of(), EXPIRES, true, day(2), day(4))))
                .containsExactly(new Milestone(Kind.LETTER_RETRY, day(4), 1, 1, false));
    }

    @Test
    void whatComesNextIsFirst() {
        assertThat(outlook(1).of(new Situation(Stage.ACCEPTING, INVITED, List.of(), EXPIRES, false, EXPIRES, day(2))))
                .extracting(Milestone::kind)
                .as("the decision has one date, that of the invitation's end")
                .containsExactly(Kind.LETTER_RETRY, Kind.REMINDER, Kind.EXPIRY);
    }

    private static List<Milestone> of(Kind kind, Stage stage, int today) {
        return outlook(today).of(new Situation(stage, INVITED, List.of(), EXPIRES, false, null, null)).stream()
                .filter(milestone -> milestone.kind() == kind).toList();
    }

    private static MilestoneForecast outlook(int today) {
        return new MilestoneForecast(PROPERTIES, day(today));
    }

    private static Instant day(int days) {
        return INVITED.plus(Duration.ofDays(days));
    }
}
