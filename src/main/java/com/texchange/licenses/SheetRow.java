package com.texchange.licenses;

import com.texchange.tables.RowFault;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of licenses, as it was read, with what the check says about it.
 *
 * @param line  where it begins in the table, from 1
 * @param fault why it is unreadable, null if it is not
 * @param firstLine of a row that repeats another, in which that one begins; else 0
 */
public record SheetRow(int line, String number, String activationCode, String userName, String configVersion,
        String mdmId, String ownerTaxId, Verdict verdict, @Nullable RowFault fault, int firstLine) {

    /** Only a valid row is loaded; the others say why not. */
    public enum Verdict {
        VALID, UNREADABLE, NUMBER_MALFORMED, CODE_MALFORMED, TEXT_MALFORMED, MDM_ID_MALFORMED, OWNER_MALFORMED,
        OWNER_UNKNOWN, OWNER_NO_SUPPLIER, REPEATED, KNOWN, KNOWN_ELSEWHERE, TAKEN, DEVICE_OF_OTHERS
    }

    SheetRow with(Verdict other) {
        return new SheetRow(line, number, activationCode, userName, configVersion, mdmId, ownerTaxId, other, fault, firstLine);
    }

    /** Message key of the verdict; argument 0 of it is the line that the row repeats. */
    public String verdictKey() {
        return fault != null ? fault.fault().key()
                : firstLine > 0 ? "licenses.verdict.repeats" : "licenses.verdict." + verdict;
    }
}
