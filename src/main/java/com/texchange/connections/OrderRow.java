package com.texchange.connections;

import com.texchange.common.LicenseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a license of an order.
 *
 * @param verdict   why it was not changed; null if it was, or is yet to be
 * @param changedBy  of a license that somebody has changed since: who did so last; null where that is a person of another house
 * @param changedFor and for which company; null for the operator
 * @param changedAt  when; null if nobody has
 */
public record OrderRow(LicenseId licenseId, String number, State state, @Nullable Verdict verdict, @Nullable String changedBy,
        @Nullable String changedFor, @Nullable Instant changedAt) {

    /** It waits to be changed; was changed; waits for a decision; stays as it was; waits until the reason is gone. */
    public enum State {
        REQUESTED, DONE, REFUSED, LEFT_OUT, WAITING
    }
}
