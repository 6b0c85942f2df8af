package com.texchange.invitelists;

import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.TaxId;
import com.texchange.tables.MappedRow;
import com.texchange.tables.MappedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a list of distributors, with the verdicts that need no database. */
final class InvitationSheet {

    private static final int NAME_LENGTH = 200;
    private static final int CITY_LENGTH = 100;
    /** Of what is too long, enough is shown to tell it by. */
    private static final int SHOWN_LENGTH = 260;
    private static final Pattern LINK = Pattern.compile("^(?i)mailto:");
    private static final Set<String> RUSSIAN = Set.of("ru", "rus", "ru-ru", "russian", "русский", "рус", "русский язык");
    private static final Set<String> ENGLISH = Set.of("en", "eng", "en-us", "en-gb", "english", "английский", "англ",
            "английский язык");

    private InvitationSheet() {
    }

    /** @throws com.texchange.common.RefusedException if the table lacks a column or has no rows */
    static List<ListedInvitee> read(MappedTable<InviteeColumn> table) {
        return markRepeated(table.requireRows().stream().map(InvitationSheet::invitee).toList());
    }

    private static ListedInvitee invitee(MappedRow<InviteeColumn> row) {
        String language = shown(row.text(InviteeColumn.LANGUAGE));
        ListedInvitee invitee = new ListedInvitee(row.line(), shown(row.text(InviteeColumn.NAME)),
                shown(email(row.text(InviteeColumn.EMAIL))),
                shown(TaxId.withLostZero(row.number(InviteeColumn.TAX_ID))), shown(row.text(InviteeColumn.CITY)),
                language, locale(language), Verdict.VALID, "", row.fault(), false);
        Verdict verdict = verdict(invitee);
        return invitee.with(verdict, verdict != Verdict.EMAIL_MALFORMED ? ""
                : EmailAddress.problem(invitee.email()).map(Enum::name).orElse(""));
    }

    private static String shown(String text) {
        return text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) : text;
    }

    /** In the form in which addresses are compared; as it was written, if it is none. */
    private static String email(String text) {
        // Links to addresses are copied with what makes them links.
        String address = LINK.matcher(text).replaceFirst("");
        return EmailAddress.parse(address).map(EmailAddress::value).orElse(address);
    }

    private static @Nullable Locale locale(String language) {
        String plain = language.toLowerCase(Locale.ROOT);
        return RUSSIAN.contains(plain) ? Languages.RUSSIAN : ENGLISH.contains(plain) ? Languages.ENGLISH : null;
    }

    private static Verdict verdict(ListedInvitee row) {
        if (row.fault() != null) {
            return Verdict.UNREADABLE;
        }
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

    /** An address, and a company by its tax ID, is invited once. */
    private static List<ListedInvitee> markRepeated(List<ListedInvitee> rows) {
        Map<String, Integer> addresses = new HashMap<>();
        Map<String, Integer> companies = new HashMap<>();
        List<ListedInvitee> marked = new ArrayList<>(rows.size());
        for (ListedInvitee row : rows) {
            ListedInvitee unique = markIfRepeated(row, row.email(), addresses, Verdict.REPEATED);
            marked.add(markIfRepeated(unique, row.taxId(), companies, Verdict.TAX_ID_REPEATED));
        }
        return marked;
    }

    private static ListedInvitee markIfRepeated(ListedInvitee row, String key, Map<String, Integer> lines, Verdict verdict) {
        Integer first = row.isValid() && !key.isEmpty() ? lines.putIfAbsent(key, row.line()) : null;
        return first == null ? row : row.with(verdict, String.valueOf(first));
    }
}
