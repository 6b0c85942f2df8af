package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void takesTheFirstWishThatCanBeMetWhateverItsCountry() {
        assertThat(Languages.closest(List.of(Locale.GERMANY, Locale.of("ru", "KZ"), Locale.US)))
                .isEqualTo(Languages.RUSSIAN);
    }

    @Test
    void isEnglishWhenNoWishCanBeMet() {
        assertThat(Languages.closest(List.of(Locale.GERMANY))).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.closest(List.of())).isEqualTo(Languages.ENGLISH);
    }
}
