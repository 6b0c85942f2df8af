package com.texchange.accounts;

import java.util.UUID;

/**
 * Where somebody has shown who it is, and as whom. What begins by it goes on as long as both are there, as they were: see
 * {@link FurtherSignIn#isOpen}.
 *
 * @param through what has shown it
 * @param as      by what it knows the person
 */
public record KnownElsewhere(UUID through, UUID as) {
}
