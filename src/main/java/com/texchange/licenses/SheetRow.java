package com.texchange.licenses;

/**
 * One row of a table of licenses, as it was written, with what the check says about it.
 *
 * @param line where it begins in the text, from 1
 */
public record SheetRow(long line, String number, String activationCode, String userName, String configVersion,
        String mdmId, String ownerTaxId, Verdict verdict) {

    /** Only a valid row is loaded; the others say why not. */
    public enum Verdict {
        VALID, NUMBER_MALFORMED, CODE_MALFORMED, TEXT_MALFORMED, MDM_ID_MALFORMED, OWNER_MALFORMED, OWNER_UNKNOWN,
        REPEATED, KNOWN
    }

    SheetRow with(Verdict other) {
        return new SheetRow(line, number, activationCode, userName, configVersion, mdmId, ownerTaxId, other);
    }

    boolean is(Verdict other) {
        return verdict == other;
    }
}
