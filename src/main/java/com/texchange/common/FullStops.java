package com.texchange.common;

import java.util.Arrays;

/**
 * Ends sentences with one full stop: what stands in them may end with one itself, as Russian dates do («26 февр. 2027 г.»)
 * and the names of some companies.
 */
public final class FullStops {

    /** Of no meaning to anybody else (private use), and never left in a text. */
    private static final String END = "\uE0F1";

    private FullStops() {
    }

    /** The arguments of a message, with a mark after those that end with a full stop. */
    static Object[] marked(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String text && text.endsWith(".") ? text + END : argument).toArray();
    }

    /** The message that was made with {@link #marked} arguments, without the stops that would be second ones. */
    static String single(String message) {
        return message.contains(END) ? message.replace(END + ".", "").replace(END, "") : message;
    }

    /** A sentence, and one that follows it. */
    public static String follow(String sentence, String next) {
        return sentence + (sentence.endsWith(".") ? " " : ". ") + next;
    }
}
