package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({"ru, 0, many", "ru, 1, one", "ru, 2, few", "ru, 4, few", "ru, 5, many", "ru, 11, many", "ru, 12, many",
        "ru, 14, many", "ru, 21, one", "ru, 22, few", "ru, 111, many", "ru, 112, many", "ru, 101, one", "ru, 1003, few",
        "en, 0, many", "en, 1, one", "en, 2, many", "en, 21, many"})
    void aCountedWordTakesItsForm(Locale language, long count, String form) {
        assertThat(Plural.key("days", count, language)).isEqualTo("days." + form);
    }
}
