package com.texchange.reconciliation;

import com.texchange.common.RefusedException;
import com.texchange.tables.MappedRow;
import com.texchange.tables.MappedTable;
import com.texchange.tables.RowFault;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of a supplier's own system, with the faults that can be seen without a database. */
final class SupplierList {

    private static final int KEPT_LENGTH = 80;
    private static final int CODE_LENGTH = 5;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");
    private static final Pattern ACTIVATION_CODE = Pattern.compile("[0-9]{4}(?:-[0-9]{4}){3}");
    private static final Pattern WITHOUT_DASHES = Pattern.compile("([0-9]{4})([0-9]{4})([0-9]{4})([0-9]{4})");
    private static final Pattern CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern WITHOUT_ZEROS = Pattern.compile("[0-9]{1,4}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private SupplierList() {
    }

    /** @throws RefusedException if the table lacks a column or has no rows */
    static void each(MappedTable<ListColumn> table, Consumer<ListedLicense> reader) {
        if (!table.mapping().places().containsKey(ListColumn.NUMBER)
                && !table.mapping().places().containsKey(ListColumn.ACTIVATION_CODE)) {
            throw new RefusedException("reconciliation.noLicenses");
        }
        table.each(cells -> reader.accept(row(cells)));
    }

    private static ListedLicense row(MappedRow<ListColumn> cells) {
        String number = kept(cells.number(ListColumn.NUMBER).replace("-", ""));
        String activationCode = kept(WITHOUT_DASHES.matcher(cells.number(ListColumn.ACTIVATION_CODE)).replaceFirst("$1-$2-$3-$4"));
        String code = withLostZeros(kept(cells.number(ListColumn.CODE)));
        RowFault unreadable = cells.fault();
        if (unreadable != null) {
            return new ListedLicense(cells.line(), number, activationCode, code, unreadable.fault().key(),
                    unreadable.column().isEmpty() ? null : unreadable.column());
        }
        ListFault fault = fault(number, activationCode, code);
        return new ListedLicense(cells.line(), number, activationCode, code, fault == null ? null : fault.key(), null);
    }

    private static @Nullable ListFault fault(String number, String activationCode, String code) {
        if (number.isEmpty() && activationCode.isEmpty()) {
            return ListFault.NOTHING_NAMED;
        }
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            return ListFault.NUMBER;
        }
        if (!activationCode.isEmpty() && !ACTIVATION_CODE.matcher(activationCode).matches()) {
            return ListFault.ACTIVATION_CODE;
        }
        return CODE.matcher(code).matches() ? null : ListFault.DISTRIBUTOR_CODE;
    }

    /** A code has five digits; a spreadsheet program that takes it for a quantity drops the zeros that it begins with. */
    private static String withLostZeros(String code) {
        return WITHOUT_ZEROS.matcher(code).matches() ? "0".repeat(CODE_LENGTH - code.length()) + code : code;
    }

    /** Enough to know it by, without what the database does not take. */
    private static String kept(String text) {
        String visible = CONTROLS.matcher(text).replaceAll("");
        return visible.length() > KEPT_LENGTH ? visible.substring(0, KEPT_LENGTH) : visible;
    }
}
