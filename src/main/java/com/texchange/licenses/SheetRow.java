package com.texchange.licenses;

import com.texchange.tables.RowFault;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of licenses, as it was read, with what the check says about it.
 *
 * @param line  where it begins in the table, from 1
 * @param fault why it is unreadable, null if it is not
 */
public record SheetRow(int line, String number, String activationCode, String userName, String configVersion,
        String mdmId, String ownerTaxId, Verdict verdict, @Nullable RowFault fault) {

    /** Only a valid row is loaded; the others say why not. */
    public enum Verdict {
        VALID, UNREADABLE, NUMBER_MALFORMED, CODE_MALFORMED, TEXT_MALFORMED, MDM_ID_MALFORMED, OWNER_MALFORMED,
        OWNER_UNKNOWN, REPEATED, KNOWN
    }

    SheetRow with(Verdict other) {
        return new SheetRow(line, number, activationCode, userName, configVersion, mdmId, ownerTaxId, other, fault);
    }

    boolean is(Verdict other) {
        return verdict == other;
    }

    /** Message key of the verdict. */
    public String verdictKey() {
        return fault == null ? "licenses.verdict." + verdict : fault.fault().key();
    }
}
