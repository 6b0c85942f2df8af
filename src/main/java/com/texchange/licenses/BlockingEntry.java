package com.texchange.licenses;

import java.time.Instant;

/**
 * A license was blocked or freed.
 *
 * @param by the person's name
 */
public record BlockingEntry(boolean blocked, String reason, String by, Instant changedAt) {
}
