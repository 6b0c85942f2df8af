package com.texchange.tasks;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a task is searched by. The database gives it the form of all that is searched. */
public final class SearchText {

    private static final int MAX_STORED = 1000;

    private SearchText() {
    }

    /** What the projection stores, a line for each text so that numbers stay apart. */
    public static String of(TaskSubject subject) {
        String text = Stream.concat(Stream.of(subject.line()), subject.words().stream())
                .map(line -> line.replace('\0', ' ')).collect(Collectors.joining("\n"));
        return text.length() > MAX_STORED ? text.substring(0, MAX_STORED) : text;
    }
}
