package com.texchange.stories;

import com.texchange.mail.Delivery;
import com.texchange.mail.DeliveryProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter, as the reader of a story may know it.
 *
 * @param at            when it was written
 * @param recipient     null where the address is not for the reader
 * @param attempts      how often the mail server was asked so far
 * @param nextAttemptAt of a letter that waits
 * @param finishedAt    when the mail server took it, or it was given up
 * @param problem       why it is late or given up
 * @param technical     the mail server's own words; null for everybody but process managers
 * @param readable      the delivery whose text the reader may open; null if none, or if it is not kept
 */
public record StoryLetter(Instant at, String template, @Nullable String recipient, Delivery.State state, int attempts,
        @Nullable Instant nextAttemptAt, @Nullable Instant finishedAt, @Nullable DeliveryProblem problem,
        @Nullable String technical, @Nullable UUID readable) implements StoryLine {

    /** What passes for one moment to whoever reads when a letter was written and when it left. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    @Override
    public Side by() {
        return Side.SYSTEM;
    }

    /** Whether it left so much later than it was written that both times say something. */
    public boolean leftLater() {
        return state == Delivery.State.SENT && finishedAt != null && finishedAt.isAfter(at.plus(AT_ONCE));
    }

    /** Whether it has been tried and is tried again. */
    public boolean isLate() {
        return state == Delivery.State.QUEUED && attempts > 0;
    }
}
