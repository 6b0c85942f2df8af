package com.texchange.stories;

import com.texchange.onboarding.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened stands before what it led to. Steps stand as they were recorded, whatever the clocks of their instances said. A
 * letter stands by its time, but not before the step that it tells of: one transaction may write the letter first, or the process
 * may record the step a little later.
 */
final class StoryOrder {

    /** Of steps that are taken again and again: those of one transaction only. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** Of steps that are taken once; it is longer than the process needs for them. */
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Map<String, Cause> CAUSES = Map.ofEntries(
            Map.entry("invitation", new Cause(AT_ONCE, ActivityKind.RESENT)),
            Map.entry("invitation-reminder", new Cause(AT_ONCE, ActivityKind.REMINDED)),
            Map.entry("accept-reminder", new Cause(AT_ONCE, ActivityKind.REMINDED)),
            Map.entry("connect-reminder", new Cause(AT_ONCE, ActivityKind.REMINDED)),
            Map.entry("registration-accepted", new Cause(SOON, ActivityKind.ACCOUNT_OPENED)),
            Map.entry("registration-rejected", new Cause(SOON, ActivityKind.REJECTED, ActivityKind.REVOKED, ActivityKind.EXPIRED)),
            Map.entry("rejected", new Cause(SOON, ActivityKind.REJECTED)),
            Map.entry("revoked", new Cause(SOON, ActivityKind.REVOKED)),
            Map.entry("revoked-confirmation", new Cause(SOON, ActivityKind.REVOKED)),
            Map.entry("declined", new Cause(SOON, ActivityKind.DECLINED, ActivityKind.DECLINED_ELSEWHERE)),
            Map.entry("expired", new Cause(SOON, ActivityKind.EXPIRED)),
            Map.entry("joined", new Cause(SOON, ActivityKind.JOINED)),
            Map.entry("taken-over", new Cause(SOON, ActivityKind.TAKEN_OVER)),
            Map.entry("connected", new Cause(SOON, ActivityKind.CONNECTED)));

    private StoryOrder() {
    }

    /** The steps that a letter tells of. @param within how long after the letter they may have been recorded */
    private record Cause(Duration within, Set<ActivityKind> kinds) {

        Cause(Duration within, ActivityKind... kinds) {
            this(within, Set.of(kinds));
        }

        boolean is(StoryStep step, StoryLetter letter) {
            return kinds.contains(step.kind()) && step.at().isAfter(letter.at()) && !step.at().isAfter(letter.at().plus(within));
        }
    }

    /** A line and where it belongs. */
    private record Placed(StoryLine line, Instant place) {
    }

    /**
     * Oldest first.
     *
     * @param steps   as they were recorded
     * @param letters as they were written
     */
    static List<StoryLine> of(List<StoryStep> steps, List<StoryLine> letters) {
        List<Placed> placed = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (StoryStep step : steps) {
            latest = step.at().isAfter(latest) ? step.at() : latest;
            placed.add(new Placed(step, latest));
        }
        List<Placed> recorded = List.copyOf(placed);
        letters.forEach(letter -> placed.add(new Placed(letter, letter instanceof StoryLetter written ? place(written, recorded)
                : letter.at())));
        // Of one moment the steps stand first.
        return placed.stream().sorted(Comparator.comparing(Placed::place)).map(Placed::line).toList();
    }

    private static Instant place(StoryLetter letter, List<Placed> steps) {
        Cause cause = CAUSES.get(letter.template());
        return cause == null ? letter.at() : steps.stream()
                .filter(step -> step.line() instanceof StoryStep taken && cause.is(taken, letter))
                .map(Placed::place).findFirst().orElse(letter.at());
    }
}
