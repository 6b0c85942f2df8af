package com.texchange.licenses;

import com.texchange.common.MdmId;
import com.texchange.common.TaxId;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.MappedRow;
import java.util.regex.Pattern;

/** Reads the rows of a table of licenses, with the verdicts that need no other row and no database. */
final class LicenseSheet {

    private static final int SHOWN_LENGTH = 200;
    private static final Pattern CODE_WITHOUT_DASHES = Pattern.compile("([0-9]{4})([0-9]{4})([0-9]{4})([0-9]{4})");

    private LicenseSheet() {
    }

    static SheetRow row(MappedRow<LicenseColumn> cells) {
        SheetRow row = new SheetRow(cells.line(),
                shown(cells.number(LicenseColumn.NUMBER).replace("-", "")),
                shown(CODE_WITHOUT_DASHES.matcher(cells.number(LicenseColumn.ACTIVATION_CODE)).replaceFirst("$1-$2-$3-$4")),
                shown(cells.text(LicenseColumn.USER)), shown(cells.text(LicenseColumn.CONFIG_VERSION)),
                shown(MdmId.clean(cells.text(LicenseColumn.MDM_ID))),
                shown(TaxId.withLostZero(cells.number(LicenseColumn.OWNER))), Verdict.VALID, cells.fault(), 0);
        return row.with(verdict(row));
    }

    /** Enough to see that it is too long. */
    private static String shown(String text) {
        return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH + 1) : text;
    }

    private static Verdict verdict(SheetRow row) {
        if (row.fault() != null) {
            return Verdict.UNREADABLE;
        }
        if (!row.number().matches(NewLicense.NUMBER)) {
            return Verdict.NUMBER_MALFORMED;
        }
        if (!row.activationCode().matches(NewLicense.ACTIVATION_CODE)) {
            return Verdict.CODE_MALFORMED;
        }
        if (isNoText(row.userName(), 200) || isNoText(row.configVersion(), 40)) {
            return Verdict.TEXT_MALFORMED;
        }
        if (!row.mdmId().isEmpty() && MdmId.read(row.mdmId()).isEmpty()) {
            return Verdict.MDM_ID_MALFORMED;
        }
        return row.ownerTaxId().isEmpty() || TaxId.isValid(row.ownerTaxId()) ? Verdict.VALID : Verdict.OWNER_MALFORMED;
    }

    private static boolean isNoText(String text, int maxLength) {
        return text.length() > maxLength || text.chars().anyMatch(Character::isISOControl);
    }
}
