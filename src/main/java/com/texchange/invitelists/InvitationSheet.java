package com.texchange.invitelists;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.Spreadsheet;
import com.texchange.common.Spreadsheet.Row;
import com.texchange.common.TaxId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a list of distributors, with the verdicts that need no database. */
final class InvitationSheet {

    static final int MAX_ROWS = 10_000;
    private static final int NAME_LENGTH = 200;
    private static final int CITY_LENGTH = 100;
    /** Of what is too long, enough is shown to tell it by. */
    private static final int SHOWN_LENGTH = 260;
    private static final Set<String> RUSSIAN = Set.of("ru", "rus", "ru-ru", "russian", "русский", "рус", "русский язык");
    private static final Set<String> ENGLISH = Set.of("en", "eng", "en-us", "en-gb", "english", "английский", "англ",
            "английский язык");

    private InvitationSheet() {
    }

    /** @throws RefusedException if it is no table, empty, too long, or its heading lacks names or addresses */
    static List<ListedInvitee> read(String text) {
        List<Row> table = Spreadsheet.read(text, MAX_ROWS);
        if (table.isEmpty()) {
            throw new RefusedException("common.table.empty");
        }
        Map<Column, Integer> columns = heading(table.getFirst());
        List<Row> rows = columns == null ? table : table.subList(1, table.size());
        if (rows.isEmpty()) {
            throw new RefusedException("common.table.empty");
        }
        if (rows.size() > MAX_ROWS) {
            throw new RefusedException("common.table.tooManyRows", MAX_ROWS);
        }
        Map<Column, Integer> places = columns == null ? usual() : columns;
        return markRepeated(rows.stream().map(row -> invitee(row, places)).toList());
    }

    /** Null if the row is none: it has an address, or no word that names a column. */
    private static @Nullable Map<Column, Integer> heading(Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int place = i;
            Column.named(row.cell(i)).ifPresent(column -> columns.putIfAbsent(column, place));
        }
        boolean address = row.cells().stream().anyMatch(cell -> cell.contains("@"));
        if (address || columns.isEmpty()) {
            return null;
        }
        if (!columns.containsKey(Column.EMAIL) || !columns.containsKey(Column.NAME)) {
            throw new RefusedException("invitelists.refused.columns");
        }
        return columns;
    }

    private static Map<Column, Integer> usual() {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            columns.put(column, column.ordinal());
        }
        return columns;
    }

    private static ListedInvitee invitee(Row row, Map<Column, Integer> columns) {
        String language = cell(row, columns, Column.LANGUAGE);
        ListedInvitee invitee = new ListedInvitee((int) row.line(), cell(row, columns, Column.NAME),
                email(cell(row, columns, Column.EMAIL)), cell(row, columns, Column.TAX_ID),
                cell(row, columns, Column.CITY), language, locale(language), Verdict.VALID, "");
        Verdict verdict = verdict(invitee);
        return invitee.with(verdict, verdict != Verdict.EMAIL_MALFORMED ? ""
                : EmailAddress.problem(invitee.email()).map(Enum::name).orElse(""));
    }

    /** In the form in which addresses are compared; as it was written, if it is none. */
    private static String email(String text) {
        return EmailAddress.parse(text).map(EmailAddress::value).orElse(text);
    }

    private static String cell(Row row, Map<Column, Integer> columns, Column column) {
        Integer place = columns.get(column);
        // Spreadsheets have spaces that do not break, and some programs leave line breaks in cells.
        String text = place == null ? "" : row.cell(place).replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
        return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) : text;
    }

    private static @Nullable Locale locale(String language) {
        String plain = language.toLowerCase(Locale.ROOT);
        return RUSSIAN.contains(plain) ? Languages.RUSSIAN : ENGLISH.contains(plain) ? Languages.ENGLISH : null;
    }

    private static Verdict verdict(ListedInvitee row) {
        if (row.name().isEmpty()) {
            return Verdict.NAME_MISSING;
        }
        if (isNoText(row.name(), NAME_LENGTH)) {
            return Verdict.NAME_MALFORMED;
        }
        if (row.email().isEmpty()) {
            return Verdict.EMAIL_MISSING;
        }
        if (EmailAddress.problem(row.email()).isPresent()) {
            return Verdict.EMAIL_MALFORMED;
        }
        if (!row.taxId().isEmpty() && !TaxId.isValid(row.taxId())) {
            return Verdict.TAX_ID_MALFORMED;
        }
        if (isNoText(row.city(), CITY_LENGTH)) {
            return Verdict.CITY_MALFORMED;
        }
        return row.language().isEmpty() || row.locale() != null ? Verdict.VALID : Verdict.LANGUAGE_UNKNOWN;
    }

    private static boolean isNoText(String text, int maxLength) {
        return text.length() > maxLength || text.chars().anyMatch(Character::isISOControl);
    }

    private static List<ListedInvitee> markRepeated(List<ListedInvitee> rows) {
        Map<String, Integer> lines = new HashMap<>();
        List<ListedInvitee> marked = new ArrayList<>(rows.size());
        for (ListedInvitee row : rows) {
            Integer first = row.isValid() ? lines.putIfAbsent(row.email(), row.line()) : null;
            marked.add(first == null ? row : row.with(Verdict.REPEATED, String.valueOf(first)));
        }
        return marked;
    }
}
