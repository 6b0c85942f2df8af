package com.texchange.common;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The languages that the interface and the letters are written in. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale RUSSIAN = Locale.of("ru");
    public static final List<Locale> ALL = List.of(ENGLISH, RUSSIAN);

    private Languages() {
    }

    /** The first wish that can be met, whatever its country; else English. */
    public static Locale closest(Collection<Locale> wishes) {
        return wishes.stream()
                .flatMap(wish -> ALL.stream().filter(language -> language.getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .orElse(ENGLISH);
    }
}
