package com.texchange.licenses;

import com.texchange.common.RefusedException;
import com.texchange.common.Spreadsheet;
import com.texchange.common.Spreadsheet.Row;
import com.texchange.common.TaxId;
import com.texchange.licenses.SheetRow.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads a table of licenses: number, activation code, user, configuration version, MDM id, owner's tax id, separated by
 * tab, semicolon or comma. A first row without any digit in its first cell is taken for the heading.
 */
final class LicenseSheet {

    static final int MAX_ROWS = 10_000;
    private static final int SHOWN_LENGTH = 200;

    private LicenseSheet() {
    }

    /**
     * Rows with the verdicts that need no database.
     *
     * @throws RefusedException if the text is no table or has more than {@value #MAX_ROWS} rows
     */
    static List<SheetRow> read(String text) {
        List<SheetRow> rows = new ArrayList<>();
        List<Row> table = Spreadsheet.read(text, MAX_ROWS);
        for (Row cells : table) {
            if (cells != table.getFirst() || !isHeading(cells)) {
                rows.add(row(cells));
            }
        }
        if (rows.size() > MAX_ROWS) {
            throw new RefusedException("common.table.tooManyRows", MAX_ROWS);
        }
        return markRepeated(rows);
    }

    private static boolean isHeading(Row cells) {
        return cells.cell(0).chars().noneMatch(Character::isDigit);
    }

    private static SheetRow row(Row cells) {
        SheetRow row = new SheetRow(cells.line(), cell(cells, 0), cell(cells, 1), cell(cells, 2), cell(cells, 3),
                cell(cells, 4), cell(cells, 5), Verdict.VALID);
        return row.with(verdict(row));
    }

    private static String cell(Row cells, int index) {
        String text = cells.cell(index);
        return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH + 1) : text;
    }

    private static Verdict verdict(SheetRow row) {
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

    private static boolean isUuid(String text) {
        try {
            // UUID.fromString also takes shortened groups.
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<SheetRow> markRepeated(List<SheetRow> rows) {
        Set<String> numbers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        return rows.stream().map(row -> {
            if (!row.is(Verdict.VALID)) {
                return row;
            }
            boolean newNumber = numbers.add(row.number());
            boolean newCode = codes.add(row.activationCode());
            return newNumber && newCode ? row : row.with(Verdict.REPEATED);
        }).toList();
    }
}
