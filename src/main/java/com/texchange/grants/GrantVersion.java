package com.texchange.grants;

import com.texchange.common.GrantId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has read of what one company allows another: a change is made only if it is still so.
 *
 * @param grant   null if nothing was allowed
 * @param changes how often it had been changed
 */
public record GrantVersion(@Nullable GrantId grant, int changes) {

    public static final GrantVersion NONE = new GrantVersion(null, 0);
}
