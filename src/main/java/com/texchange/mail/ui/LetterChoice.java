package com.texchange.mail.ui;

import com.texchange.common.Languages;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which letter is shown and how; all of it is in the page's address, what is usual is left out.
 *
 * @param template the letter's name
 * @param plain    the plain part instead of the page
 * @param phone    in a phone's width
 * @param dark     in dark colors
 */
record LetterChoice(String template, Locale language, boolean plain, boolean phone, boolean dark) {

    private static final String LANGUAGE = "lang";
    private static final String PART = "part";
    private static final String WIDTH = "width";
    private static final String COLORS = "colors";

    /** @param usual the language if none is named */
    static LetterChoice of(String template, QueryParameters query, Locale usual) {
        Locale language = query.getSingleParameter(LANGUAGE)
                .map(wish -> Languages.closest(List.of(Locale.of(wish)))).orElse(usual);
        return new LetterChoice(template, language, has(query, PART, "text"), has(query, WIDTH, "phone"),
                has(query, COLORS, "dark"));
    }

    QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(LANGUAGE, language.getLanguage());
        if (plain) {
            query.put(PART, "text");
        }
        if (phone) {
            query.put(WIDTH, "phone");
        }
        if (dark) {
            query.put(COLORS, "dark");
        }
        return QueryParameters.simple(query);
    }

    LetterChoice withTemplate(String other) {
        return new LetterChoice(other, language, plain, phone, dark);
    }

    LetterChoice withLanguage(Locale other) {
        return new LetterChoice(template, other, plain, phone, dark);
    }

    LetterChoice withPlain(boolean other) {
        return new LetterChoice(template, language, other, phone, dark);
    }

    LetterChoice withPhone(boolean other) {
        return new LetterChoice(template, language, plain, other, dark);
    }

    LetterChoice withDark(boolean other) {
        return new LetterChoice(template, language, plain, phone, other);
    }

    private static boolean has(QueryParameters query, String name, String value) {
        return query.getSingleParameter(name).filter(value::equals).isPresent();
    }
}
