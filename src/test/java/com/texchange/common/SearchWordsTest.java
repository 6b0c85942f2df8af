package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"елкин", "ЁЛКИН", "Ёлкин-Палкин", "елкин палкин", "ООО Елкин", "АО \"Ёлкин\"", "палкин ёлк", "ООО«Ёлкин-Палкин»",
        "общество с ограниченной ответственностью «Елкин»", "Елкин, Ltd.", "G.m.b.H. Елкин", "\u00a0Ёлкин\u200b ", "Ёлкин\0",
        "Е\u0308лкин", "елки\u0301н", "москва, елкин", "(москва)", "елкин\tпалкин", "елкин\nпалкин", "ООО"})
    void aCompanyIsFoundHoweverItIsWritten(String typed) {
        assertThat(SearchWords.of(typed).areIn("ООО «Ёлкин–Палкин и Ко» (Москва)")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Елкин Гвоздика", "Палкины", "ООО Гвоздика", "ёлкин петербург"})
    void everyWordMustBeThere(String typed) {
        assertThat(SearchWords.of(typed).areIn("ООО «Ёлкин–Палкин и Ко» (Москва)")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5280-4543-2633-4521 | 5280454326334521", "5280-4543-2633-4521 | 5280 4543 2633 4521", "5280-4543-2633-4521 | 4543–2633",
        "28318880842714221959 | 28318 88084 27142 21959", "28318880842714221959 | 28318-88084-27142-21959",
        "+7 (495) 123-45-67 | 4951234567", "+7 (495) 123-45-67 | +7 495 123 45 67", "7707 083 893 | 7707083893",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301 | 3F2504E04F8911D39A0C0305E82C3301",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301 | {3f2504e0-4f89-11d3-9a0c-0305e82c3301}",
        "O'Brien | obrien", "O'Brien | O’Brien", "sklad@почта-пример.рф | sklad@xn----7sbqluigdjdo3d.xn--p1ai",
        "ivan.petrov@example.com | @example.com", "Müller GmbH | muller", "1.0.24.0.800 | 1.0.24", "Н65506 | н-65506"})
    void separatorsOfCodesAndNumbersDoNotMatter(String kept, String typed) {
        assertThat(SearchWords.of(typed).areIn(kept)).isTrue();
    }

    @Test
    void aVersionsDotsPartItsNumbers() {
        assertThat(SearchWords.of("1.0.24").areIn("10.24.0.800")).isFalse();
        assertThat(SearchWords.of("1.0.24").areIn("1.0.240")).isTrue();
        assertThat(SearchWords.of("агент 1.0.24").areIn("Агент (1.0.24.0.800)")).isTrue();
        assertThat(SearchWords.of("10240800").areIn("1.0.24.0.800")).isTrue();
        assertThat(SearchWords.of("5280.4543.2633.4521").areIn("5280-4543-2633-4521")).isTrue();
    }

    @Test
    void nothingFindsAllAndMarksAloneNothing() {
        assertThat(List.of("", "  ", "\0", "\u0007\u200b")).allSatisfy(typed -> {
            assertThat(SearchWords.of(typed).words()).isEmpty();
            assertThat(SearchWords.of(typed).areIn("Ромашка")).isTrue();
        });
        assertThat(List.of("%", "_", "\\", "«»", "- -")).allSatisfy(typed ->
                assertThat(SearchWords.of(typed).areIn("100% _ \\ «-»")).isFalse());
    }

    @Test
    void aVeryShortWordIsTheBeginningOfAWordOrPartOfANumber() {
        assertThat(SearchWords.of("агент 2").areIn("Агент 2")).isTrue();
        assertThat(SearchWords.of("агент 2").areIn("Агент 27")).isTrue();
        assertThat(SearchWords.of("агент 2").areIn("Агент 12")).isFalse();
        assertThat(SearchWords.of("АО").areIn("Какао")).isFalse();
        assertThat(SearchWords.of("8 999 12 3").areIn("8 (999) 123-45-67")).isTrue();
        assertThat(SearchWords.of("2").areIn("Агент\n27")).isTrue();
    }

    @Test
    void noWordMeansMoreThanItselfInAPattern() {
        assertThat(SearchWords.of("a%b_c\\d").parameters()).containsExactly(java.util.Map.entry("word0", "%abcd%"));
        assertThat(SearchWords.of("один два").sql("x like %s")).isEqualTo(" and x like :word0  and x like :word1 ");
        assertThat(SearchWords.of("один два три раз два три раз два три").words()).hasSize(8);
        assertThat(SearchWords.of("я".repeat(5000)).words()).containsExactly("я".repeat(200));
        assertThat(SearchWords.of("я".repeat(199) + "😀").words()).containsExactly("я".repeat(199));
    }
}
