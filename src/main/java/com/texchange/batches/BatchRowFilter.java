package com.texchange.batches;

import com.texchange.common.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a batch to show.
 *
 * @param text  words of what stands in the row; blank for any
 * @param state null for any
 */
public record BatchRowFilter(String text, BatchRow.@Nullable State state) {

    public static final BatchRowFilter NONE = new BatchRowFilter("", null);

    SearchWords words() {
        return SearchWords.of(text);
    }
}
