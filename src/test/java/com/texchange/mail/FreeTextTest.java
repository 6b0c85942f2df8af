package com.texchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    /** What finders of links begin with or hang on: a scheme, two slashes, an at sign or a dot with something to both sides. */
    private static final Pattern FOUND = Pattern.compile("\\w:[^\\s]|//|[^\\s]@[^\\s]|[^\\s][.。．][^\\s.…,»)]",
            Pattern.UNICODE_CHARACTER_CLASS);

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.com/a?b=c", "Смотрите www.evil.example", "evil.com", "(evil.com)", "почта.рф",
        "ivan@evil.example.com", "mailto:ivan@evil.example", "//evil.example", "HTTP://EVIL.EXAMPLE", "evil。com", "http://1.2.3.4:80/",
        "1.2.3.4", "tel:+79210000000", "ftp://x", "localhost:8080/x", "\"evil.com\"", "a.b.evil.com.", "xn--e1afmkfd.xn--p1ai"})
    void noFinderOfLinksGetsHoldOfAnAddress(String text) {
        assertThat(FreeText.withoutLinks(text)).doesNotContainPattern(FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.com/a?b=c", "evil.com", "ivan@evil.example.com", "До 12.12.2026 г."})
    void peopleReadTheSameAsBefore(String text) {
        assertThat(FreeText.withoutLinks(text).replace("\u200A", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ООО «Торговый дом \"Восток\"»", "До 12.12.2026 в 12:30, 3.5 %", "И. И. Иванов, т.д.", "А.С. Пушкин", "",
        "Причина: нет договора. Ждём ответа…", "и/или", "<b>Lee</b>", "+7 921 000-00-00"})
    void otherWordsStayAsTheyAre(String text) {
        assertThat(FreeText.withoutLinks(text)).isEqualTo(text);
    }
}
