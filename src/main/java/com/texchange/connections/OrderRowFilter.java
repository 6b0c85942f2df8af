package com.texchange.connections;

import com.texchange.audit.Narrowing;
import com.texchange.common.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an order's result to show.
 *
 * @param text  words of the license's number; blank for any
 * @param state null for any
 */
public record OrderRowFilter(String text, OrderRow.@Nullable State state) {

    public static final OrderRowFilter NONE = new OrderRowFilter("", null);

    /** What was taken of a result, as the audit log keeps it. */
    String told() {
        return new Narrowing().by("RESULT").typed(text).by(state == null ? null : "STATE_" + state.name()).told();
    }

    SearchWords words() {
        return SearchWords.of(text);
    }
}
