package com.texchange.testing;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of the pages in one language, by their message keys, so that one test reads them in each. */
public record Words(MessageSource messages, Locale locale) {

    public static Words in(String language, MessageSource messages) {
        return new Words(messages, Locale.of(language));
    }

    /** @throws org.springframework.context.NoSuchMessageException if there is no such key */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What stands before the first argument, for texts whose arguments a test does not know. */
    public String beginningOf(String key) {
        String mark = "\u0001";
        return of(key, mark, mark, mark, mark).split(mark, 2)[0].strip();
    }
}
