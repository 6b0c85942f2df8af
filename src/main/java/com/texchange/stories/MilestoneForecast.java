package com.texchange.stories;

import com.texchange.onboarding.OnboardingProperties;
import com.texchange.onboarding.Stage;
import com.texchange.stories.Milestone.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens next to an onboarding and when, by the rules that its process was given: reminders by a repeating
 * interval that begins with the waiting, at most so many, none after the date of expiry.
 */
final class MilestoneForecast {

    private final OnboardingProperties properties;
    private final Instant now;

    MilestoneForecast(OnboardingProperties properties, Instant now) {
        this.properties = properties;
        this.now = now;
    }

    /**
     * Where an onboarding stands.
     *
     * @param waitingSince when the wait began that reminders interrupt
     * @param reminded     when reminders of this wait were written, in any order
     * @param ordered      whether the licenses are chosen, so that nobody is reminded of them
     * @param dueAt        of the open task, if there is one that has a date
     * @param nextAttempt  of a letter that could not be sent so far
     */
    record Situation(Stage stage, Instant waitingSince, List<Instant> reminded, Instant expiresAt, boolean ordered,
            @Nullable Instant dueAt, @Nullable Instant nextAttempt) {
    }

    /** In the order of time; empty once the onboarding is over and its letters are out. */
    List<Milestone> of(Situation situation) {
        List<Milestone> milestones = new ArrayList<>();
        if (situation.nextAttempt() != null) {
            milestones.add(Milestone.once(Kind.LETTER_RETRY, situation.nextAttempt(), now));
        }
        if (situation.stage().isUnderWay()) {
            due(situation).forEach(milestones::add);
            reminder(situation).ifPresent(milestones::add);
        }
        if (situation.stage().isUndecided()) {
            milestones.add(Milestone.once(Kind.EXPIRY, situation.expiresAt(), now));
        }
        milestones.sort(Comparator.comparing(Milestone::at).thenComparing(Milestone::kind));
        return milestones;
    }

    private List<Milestone> due(Situation situation) {
        Instant dueAt = situation.dueAt();
        // The decision has one date, that of the invitation's end.
        if (dueAt == null || situation.stage() == Stage.ACCEPTING) {
            return List.of();
        }
        Milestone due = Milestone.once(Kind.DUE, dueAt, now);
        boolean escalates = situation.stage() == Stage.REGISTERING && !due.overdue();
        return escalates ? List.of(due, Milestone.once(Kind.ESCALATION, dueAt, now)) : List.of(due);
    }

    private Optional<Milestone> reminder(Situation situation) {
        boolean wanted = switch (situation.stage()) {
            case INVITED, ACCEPTING -> true;
            // The timer runs on while the sales department checks a request, but nobody is written to.
            case REGISTERING -> false;
            case CONNECTING -> !situation.ordered();
            default -> false;
        };
        return wanted ? nextReminder(situation) : Optional.empty();
    }

    /** Counted from the last one, as a reminder that came late moves those after it. */
    private Optional<Milestone> nextReminder(Situation situation) {
        Duration every = properties.reminderEvery();
        Instant begun = situation.waitingSince();
        Instant last = situation.reminded().stream().filter(sent -> sent.isAfter(begun))
                .max(Comparator.naturalOrder()).orElse(begun);
        long passed = Math.max(0, Duration.between(last, now).dividedBy(every));
        Instant next = last.plus(every.multipliedBy(passed + 1));
        int number = Math.toIntExact(Duration.between(begun, next).plus(every.dividedBy(2)).dividedBy(every));
        boolean comes = number <= properties.reminders()
                && !(situation.stage().isUndecided() && !next.isBefore(situation.expiresAt()));
        return comes ? Optional.of(new Milestone(Kind.REMINDER, next, number, properties.reminders(), false))
                : Optional.empty();
    }
}
