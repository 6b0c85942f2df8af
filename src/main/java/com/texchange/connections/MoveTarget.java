package com.texchange.connections;

import com.texchange.common.SingleLine;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where licenses are moved.
 *
 * @param mdmId of a device of the same distributor, or of one that nobody has had so far; null if each license stays on its device
 * @param agent who uses them from now on; null if each stays with its agent, empty if nobody does for now
 */
public record MoveTarget(@Nullable UUID mdmId, @Size(max = 200) @SingleLine @Nullable String agent) {

    /** Whether it changes nothing, wherever a license is. */
    boolean isNone() {
        return mdmId == null && agent == null;
    }
}
