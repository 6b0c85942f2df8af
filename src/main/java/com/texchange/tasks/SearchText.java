package com.texchange.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words in the form in which tasks are searched: in lower case, with ё as е, so that people need not care. */
public final class SearchText {

    private static final int MAX_STORED = 1000;
    /** Each word costs a condition in the query. */
    private static final int MAX_WORDS = 8;

    private SearchText() {
    }

    /** What the projection stores. */
    public static String of(TaskSubject subject) {
        String text = Stream.concat(Stream.of(subject.line()), subject.words().stream())
                .map(SearchText::plain).collect(Collectors.joining(" "));
        return text.length() > MAX_STORED ? text.substring(0, MAX_STORED) : text;
    }

    /** Patterns for {@code like}; a text that is found matches them all. */
    static List<String> patterns(String typed) {
        return Arrays.stream(plain(typed).split("\\s+")).filter(word -> !word.isEmpty()).limit(MAX_WORDS)
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toList();
    }

    private static String plain(String text) {
        return text.replace("\0", "").toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
