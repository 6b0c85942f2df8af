package com.texchange.accounts;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Until when a link works.
 *
 * @param zone the clock by which its letter tells that
 */
public record LinkTerm(Instant until, ZoneId zone) {
}
