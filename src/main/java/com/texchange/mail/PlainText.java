package com.texchange.mail;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text as people read it in a mail client that shows nothing else. */
final class PlainText {

    /** The line length, in characters, that RFC 5322 advises. */
    private static final int WIDTH = 78;

    private static final Pattern EMPTY_LINES = Pattern.compile("\\R(?:[ \\t]*\\R){2,}");

    private PlainText() {
    }

    /**
     * Breaks long lines between words; an address is one word, so it stays whole and can be clicked. One empty line
     * parts paragraphs, however many a template leaves where it has nothing to say.
     */
    static String wrap(String text) {
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").lines().map(PlainText::wrapLine).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line) {
        if (line.length() <= WIDTH) {
            return line;
        }
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.strip().split(" +")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
