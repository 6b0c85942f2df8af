package com.texchange.partners;

import java.util.Set;

/**
 * A company has another name or tax id; told within the transaction that gives it. What holds names of companies only to be looked at
 * and searched brings them up to date.
 *
 * @param earlierNames all that it had, the one until now among them
 */
public record CompanyIdentified(Set<String> earlierNames) {
}
