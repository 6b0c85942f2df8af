package com.texchange.batches.ui;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.common.Routes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How batches of some kinds are shown; a bean of the module that begins them. Their words have keys by convention:
 * {@code batches.kind.<kind>}, {@code batches.row.DONE.<kind>}, {@code batches.parameter.<name>}.
 *
 * @param home      address of the page where they are begun; each has its page, a {@link BatchView}, below it by its id
 * @param homeTitle message key of that page's title
 * @param subjects  address below which what a row is about has its page by its id
 * @param label     message key of the heading over the labels
 * @param columns   the details that are shown or written to a file, in their order
 * @param told      the details that are arguments of the words for a row that is done
 */
public record BatchLayout(Set<BatchKind> kinds, String home, String homeTitle, String subjects, String label,
        List<Column> columns, List<String> told) {

    /**
     * A detail of the rows.
     *
     * @param heading message key
     * @param width   on the page, as CSS has it; null if the detail is only written to files
     */
    public record Column(String detail, String heading, @Nullable String width) {

        String of(BatchRow row) {
            return row.details().getOrDefault(detail, "");
        }
    }

    String address(BatchId id) {
        return Routes.of(home, id);
    }

    List<Column> shown() {
        return columns.stream().filter(column -> column.width() != null).toList();
    }

    Object[] toldOf(BatchRow row) {
        return told.stream().map(detail -> row.details().getOrDefault(detail, "")).toArray();
    }
}
