package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0ООО\u00A0Ромашка ", "ООО\u202FРомашка", "ООО\r\nРомашка", "\uFEFFООО Рома\u00ADшка", "ООО \u200BРомашка",
        "ООО\t\u2003Ромашка\u200E", "\u202BООО Ромашка\u202C", "ООО\u2028Ромашка"})
    void aTextIsWhatAPersonSees(String written) {
        assertThat(CleanText.line(written)).isEqualTo("ООО Ромашка");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ООО\0Ромашка", "\u0007ООО\u0085Ромашка\u001b"})
    void aControlCharacterIsASpace(String written) {
        assertThat(CleanText.line(written)).isEqualTo("ООО Ромашка");
    }

    @Test
    void linesStayLines() {
        assertThat(CleanText.lines(" Звонили.\u202E\r\nЖдём\u00A0ответа \u2028\n\n\n\u0085До  пятницы\0 ")).isEqualTo("Звонили.\nЖдём ответа\n\nДо пятницы");
        assertThat(CleanText.lines("\0 \n\u200B")).isEmpty();
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(CleanText.line("Чайка\u0438\u0306 е\u0308")).isEqualTo("Чайкай ё");
    }

    @Test
    void whatIsPlainStaysAsItIs() {
        assertThat(CleanText.line("Daisy & Co.")).isEqualTo("Daisy & Co.");
        assertThat(CleanText.line("Daisy  & Co. ")).isEqualTo("Daisy & Co.");
        assertThat(CleanText.line("")).isEmpty();
        assertThat(CleanText.line("№ 1 «ё»")).isEqualTo("№ 1 «ё»");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
        "5280-4543-2633-4521", "5280\u20134543\u20142633\u20114521", "5280 - 4543 \u2212 2633 - 4521",
        "5280\u00A0-\u200B4543-2633-4521", "'5280-4543-2633-4521", "\uFF15280-4543-2633-4521"})
    void aNumberIsWhatAPersonSees(String written) {
        assertThat(CleanText.number(written)).isEqualTo("5280-4543-2633-4521");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2831 8880 8427 1422 1959", "28\u00A0318\u202F880\u2009842 714 221 959", "28'318'880'842'714'221'959"})
    void groupsOfDigitsAreOneNumber(String written) {
        assertThat(CleanText.number(written)).isEqualTo("28318880842714221959");
    }

    @Test
    void wordsKeepTheirSpaces() {
        assertThat(CleanText.number("дом 5 корпус 7")).isEqualTo("дом 5 корпус 7");
    }
}
