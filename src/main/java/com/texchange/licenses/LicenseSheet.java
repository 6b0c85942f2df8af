package com.texchange.licenses;

import com.texchange.common.CleanText;
import com.texchange.common.TaxId;
import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.MappedRow;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the rows of a table of licenses, with the verdicts that need no other row and no database. */
final class LicenseSheet {

    private static final int SHOWN_LENGTH = 200;
    private static final Pattern CODE_WITHOUT_DASHES = Pattern.compile("([0-9]{4})([0-9]{4})([0-9]{4})([0-9]{4})");
    private static final Pattern UUID_WITHOUT_DASHES =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private LicenseSheet() {
    }

    static SheetRow row(MappedRow<LicenseColumn> cells) {
        SheetRow row = new SheetRow(cells.line(),
                shown(cells.number(LicenseColumn.NUMBER).replace("-", "")),
                shown(CODE_WITHOUT_DASHES.matcher(cells.number(LicenseColumn.ACTIVATION_CODE)).replaceFirst("$1-$2-$3-$4")),
                shown(cells.text(LicenseColumn.USER)), shown(cells.text(LicenseColumn.CONFIG_VERSION)),
                shown(mdmId(cells.text(LicenseColumn.MDM_ID))),
                shown(TaxId.withLostZero(cells.number(LicenseColumn.OWNER))), Verdict.VALID, cells.fault(), 0);
        return row.with(verdict(row));
    }

    /** Enough to see that it is too long. */
    private static String shown(String text) {
        return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH + 1) : text;
    }

    /** Some systems write it in braces, or without dashes. */
    private static String mdmId(String text) {
        String id = CleanText.number(text).toLowerCase(Locale.ROOT);
        String bare = id.startsWith("{") && id.endsWith("}") ? id.substring(1, id.length() - 1) : id;
        return UUID_WITHOUT_DASHES.matcher(bare).matches()
                ? UUID_WITHOUT_DASHES.matcher(bare).replaceFirst("$1-$2-$3-$4-$5") : bare;
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
        if (!row.mdmId().isEmpty() && !isUuid(row.mdmId())) {
            return Verdict.MDM_ID_MALFORMED;
        }
        return row.ownerTaxId().isEmpty() || TaxId.isValid(row.ownerTaxId()) ? Verdict.VALID : Verdict.OWNER_MALFORMED;
    }

    private static boolean isNoText(String text, int maxLength) {
        return text.length() > maxLength || text.chars().anyMatch(Character::isISOControl);
    }

    static boolean isUuid(String text) {
        try {
            // UUID.fromString also takes shortened groups.
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
