package com.texchange.licenses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A license was blocked or freed.
 *
 * @param by      the person's name; null of another house than the reader's
 * @param company null for the operator
 */
public record BlockingEntry(boolean blocked, String reason, @Nullable String by, @Nullable String company, Instant changedAt) {
}
