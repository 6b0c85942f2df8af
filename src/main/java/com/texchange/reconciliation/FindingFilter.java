package com.texchange.reconciliation;

import com.texchange.audit.Narrowing;
import com.texchange.common.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a result are looked at.
 *
 * @param text    words of the license's number; blank for any
 * @param finding null for all
 */
public record FindingFilter(String text, @Nullable Finding finding) {

    public static final FindingFilter NONE = new FindingFilter("", null);

    /** What was taken of a result, as the audit log keeps it. */
    String told() {
        return new Narrowing().by("RESULT").typed(text).by(finding == null ? null : "FOUND_" + finding.name()).told();
    }

    SearchWords words() {
        return SearchWords.of(text);
    }
}
