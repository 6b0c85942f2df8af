package com.texchange.common;

/**
 * What a person may do is another now, or whether the person is let in at all; told within the transaction that changes it. What holds
 * something for the person alone, looks afterwards whether others need it.
 */
public record AccessChanged(AccountId person) {
}
