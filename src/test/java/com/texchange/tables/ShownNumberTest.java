package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumberTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
        "1477 | 00000 | 01477", "1477 | General | 1477", "500100732259 | General | 500100732259", "7.707083893E9 | | 7707083893",
        "123456 | 00000 | 123456", "12345678 | 0000-0000 | 1234-5678", "5 | 000\\-000 | 000-005", "1234567 | #,##0 | 1234567",
        "1.5 | 0.00 | 1.50", "1 | 0.0 | 1.0", "1.5 | 0 | 2", "0.1 | General | 0.1", "0.10000000000000001 | General | 0.1",
        "0.25 | 0% | 25%", "1477 | [Red]00000;[Blue]-00000 | 01477", "-5 | 00000 | -5", "0 | General | 0", "7 | \"№\"0 | 7"})
    void digitsAreThoseThatArePrinted(BigDecimal number, String format, String shown) {
        assertThat(ShownNumber.text(number, format)).isEqualTo(shown);
    }

    @Test
    void aFormatMayBeOfAnyLength() {
        assertThat(ShownNumber.text(BigDecimal.valueOf(7), "0-".repeat(20_000) + "0")).isEqualTo("0-".repeat(20_000) + "7");
    }

    /** Written out they would have as many digits as memory has room for. */
    @ParameterizedTest
    @CsvSource({"1e99999999, General", "1e99999999, 0%", "1e99999999, 0.00", "1e99999999, 00000", "1e-99999999, General", "-1e99999999, 0.00",
        "1e-99999999, 0.00"})
    void vastNumbersAreNotWrittenOut(BigDecimal number, String format) {
        assertThat(ShownNumber.text(number, format)).startsWith(number.signum() < 0 ? "-1E" : "1E").hasSizeLessThan(20);
        assertThat(ShownNumber.moment(number, false)).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {"dd.mm.yyyy", "[$-419]d\\ mmmm\\ yyyy", "h:mm", "[h]:mm:ss", "yyyy-mm-dd hh:mm", "m/d/yy"})
    void formatsOfDaysAreTold(String format) {
        assertThat(ShownNumber.isMoment(format)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {"General", "0", "@", "#\\,##0.00\\ \"дн. (days)\"", "[Magenta]0", "0.00E+00", "_-* 0_-"})
    void formatsOfNumbersAreNotTakenForThose(String format) {
        assertThat(ShownNumber.isMoment(format)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"45292, false, 2024-01-01", "45292.5, false, 2024-01-01 12:00", "43830, true, 2024-01-01", "-1, false, -1"})
    void daysAreCountedAsTheWorkbookDoes(BigDecimal days, boolean from1904, String shown) {
        assertThat(ShownNumber.moment(days, from1904)).isEqualTo(shown);
    }
}
