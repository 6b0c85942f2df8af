package com.texchange.tables;

import com.texchange.common.CleanText;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a kind of table is for; the constants of an enum, in the order that columns without a heading have.
 */
public interface TableColumn {

    /** By what it is known in a table. */
    Signs signs();

    /** Message key of its name. */
    default String key() {
        return signs().key();
    }

    /** The headings that it is known by. */
    default Set<String> words() {
        return signs().words();
    }

    /** Words with which a heading is another thing's, though it has one of these: "number" is of a phone, too. */
    default Set<String> othersWords() {
        return Set.of();
    }

    /** What its cells look like as a whole; null if they may be anything. */
    default @Nullable Pattern content() {
        return signs().content();
    }

    /** Whether a table without it is of no use. */
    default boolean required() {
        return false;
    }

    /** Whether it matters digit by digit, so that a rounded number or a date is of no use. */
    default boolean literal() {
        return false;
    }

    /** Whether its cells are numbers of digits alone, as a tax ID, in which dashes mean nothing. */
    default boolean digitsAlone() {
        return false;
    }

    /** What is in a cell with a number: as in the field of a form for the same thing. */
    default String number(String text) {
        return digitsAlone() ? CleanText.digits(text) : CleanText.number(text);
    }

    /** Whether a text that was cleaned as a number is such a cell. */
    default boolean looksLike(String text) {
        Pattern content = content();
        return content != null && content.matcher(number(text)).matches();
    }

    /**
     * By what a column is known in a table.
     *
     * @param key     message key of its name
     * @param content what its cells look like as a whole, by which it is told where no heading helps; null if they may be
     *                anything
     * @param words   the headings that it is known by, in small letters without punctuation; more words may stand beside them
     */
    record Signs(String key, @Nullable Pattern content, Set<String> words) {

        /** @param content a regular expression */
        public static Signs of(String key, @Nullable String content, String... words) {
            return new Signs(key, content == null ? null : Pattern.compile(content), Set.of(words));
        }
    }
}
