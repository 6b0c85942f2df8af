package com.texchange.reconciliation;

import com.texchange.common.LicenseId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list as it compares, or a license that the list does not name.
 *
 * @param place       in the result; of a row of the list, its line
 * @param listed      whether it is a row of the list
 * @param licenseId   null if the supplier sees no such license
 * @param number      of the license; empty if the list names its activation code alone
 * @param listedCode  of the distributor, as the list has it
 * @param code        of the license's distributor
 * @param fault       message key: why the row cannot be used
 * @param faultColumn message key of the column that it is about
 */
public record FindingRow(int place, boolean listed, Finding finding, @Nullable LicenseId licenseId, String number,
        String activationCode, String listedCode, @Nullable String code, @Nullable String distributor, @Nullable String fault,
        @Nullable String faultColumn) {
}
