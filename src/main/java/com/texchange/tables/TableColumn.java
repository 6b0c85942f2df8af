package com.texchange.tables;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a kind of table is for; the constants of an enum, in the order that columns without a heading have.
 */
public interface TableColumn {

    /** Message key of its name. */
    String key();

    /** The headings that it is known by, in small letters without punctuation; more words may stand beside them. */
    Set<String> words();

    /** What its cells look like as a whole, by which it is told where no heading helps; null if they may be anything. */
    @Nullable Pattern content();

    /** Whether a table without it is of no use. */
    default boolean required() {
        return false;
    }

    /** Whether it matters digit by digit, so that a rounded number or a date is of no use. */
    default boolean literal() {
        return false;
    }

    /** Whether a text that was cleaned as a number is such a cell. */
    default boolean looksLike(String text) {
        Pattern content = content();
        return content != null && content.matcher(CleanText.number(text)).matches();
    }
}
