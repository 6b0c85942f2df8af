package com.texchange.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * A row of a supplier's list.
 *
 * @param line           where it begins in the list, from 1
 * @param number         of the license; empty if the row does not say it
 * @param activationCode with dashes; empty if the row does not say it
 * @param code           of the distributor
 * @param fault          message key: why the row cannot be used; null if it can
 * @param faultColumn    message key of the column that it is about; null if it is about none
 */
record ListedLicense(int line, String number, String activationCode, String code, @Nullable String fault,
        @Nullable String faultColumn) {
}
