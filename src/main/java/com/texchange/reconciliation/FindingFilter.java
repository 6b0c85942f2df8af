package com.texchange.reconciliation;

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

    SearchWords words() {
        return SearchWords.of(text);
    }
}
