package com.texchange.invitelists;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list, as it was written, with what the check says about it.
 *
 * @param line     where it begins in the text, from 1
 * @param language as it was written; blank for the one that is chosen for all
 * @param locale   the language of the letter, null for the one that is chosen for all
 * @param detail   what belongs to the verdict: a code or a line, or nothing
 */
public record ListedInvitee(int line, String name, String email, String taxId, String city, String language,
        @Nullable Locale locale, Verdict verdict, String detail) {

    ListedInvitee with(Verdict other, String otherDetail) {
        return new ListedInvitee(line, name, email, taxId, city, language, locale, other, otherDetail);
    }

    /** The same with another language of the letter. */
    public ListedInvitee in(Locale other) {
        return new ListedInvitee(line, name, email, taxId, city, language, other, verdict, detail);
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }
}
