package com.texchange.invitelists;

import com.texchange.common.EmailAddress;
import com.texchange.tables.RowFault;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list, as it was written, with what the check says about it.
 *
 * @param line     where it begins in the text, from 1
 * @param language as it was written; blank for the one that is chosen for all
 * @param locale   the language of the letter, null for the one that is chosen for all
 * @param detail   what belongs to the verdict: a code, a line, a part of the address or what is wrong with it, or nothing
 * @param fault    why the row is unreadable, null if it is not
 * @param separate whether a person has said that it is another company than the one with its tax ID
 */
public record ListedInvitee(int line, String name, String email, String taxId, String city, String language,
        @Nullable Locale locale, Verdict verdict, String detail,
        @Nullable RowFault fault, boolean separate) {

    ListedInvitee with(Verdict other, String otherDetail) {
        return new ListedInvitee(line, name, email, taxId, city, language, locale, other, otherDetail,
                fault, separate);
    }

    /** The same with another language of the letter. */
    public ListedInvitee in(Locale other) {
        return new ListedInvitee(line, name, email, taxId, city, language, other, verdict, detail, fault, separate);
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    /** Whether it is invited only if a person says so. */
    public boolean isDoubtful() {
        return verdict == Verdict.EMAIL_DOUBTFUL || verdict == Verdict.TAX_ID_KNOWN;
    }

    /** A doubtful one of which a person has said that it is right in what its verdict says. Another doubt may be left. */
    public ListedInvitee confirmed() {
        return switch (verdict) {
            case TAX_ID_KNOWN -> new ListedInvitee(line, name, email, taxId, city, language, locale, Verdict.VALID, "", fault,
                    true).withDoubt();
            case EMAIL_DOUBTFUL -> with(Verdict.VALID, "");
            default -> this;
        };
    }

    /** The same with the doubt that its address raises, if nothing else is to be said of it first. */
    ListedInvitee withDoubt() {
        return !isValid() ? this : new EmailAddress(email).deceptivePart()
                .map(part -> with(Verdict.EMAIL_DOUBTFUL, part)).orElse(this);
    }

    /** Itself, and what it is after each confirmation that it needs: the doubts in their order. Empty if it has none. */
    public List<ListedInvitee> doubts() {
        return Stream.iterate(this, ListedInvitee::isDoubtful, ListedInvitee::confirmed).toList();
    }

    /** Message key of what is to be said of it, with the detail as argument. */
    public String messageKey() {
        return verdict == Verdict.EMAIL_MALFORMED ? EmailAddress.Problem.valueOf(detail).key() : verdict.key();
    }
}
