package com.texchange.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list was narrowed by when it was taken away, as its entry keeps it: what was typed, and names of the program and moments, which
 * are read there in a person's words ({@code journal.value}).
 */
public final class Narrowing {

    /** No more of a text is searched for. */
    private static final int LONGEST = 200;
    private final List<String> parts = new ArrayList<>();

    /** Anywhere in a row; blank for nothing. */
    public Narrowing typed(String text) {
        if (!text.isBlank()) {
            parts.add(TypedText.of(cut(text)));
        }
        return this;
    }

    /** @param name of the program; null or empty for nothing */
    public Narrowing by(@Nullable String name) {
        if (name != null && !name.isEmpty()) {
            parts.add(name);
        }
        return this;
    }

    /** @param value what was typed for it, or another name, as a constant; null or blank for nothing */
    public Narrowing by(String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.isBlank() ? this : by(name + " — " + (value instanceof Enum<?> ? text : TypedText.of(cut(text))));
    }

    /** Empty where nothing was left out. */
    public String told() {
        return String.join(" · ", parts);
    }

    private static String cut(String typed) {
        String text = typed.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
