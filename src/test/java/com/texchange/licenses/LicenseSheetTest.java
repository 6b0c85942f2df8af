package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.licenses.SheetRow.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseSheetTest {

    private static final String NUMBER = "28318880842714221959";
    private static final String CODE = "5280-4543-2633-4521";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "28318880842714221959;5280-4543-2633-4521                                                        | VALID",
        "28318880842714221959;5280-4543-2633-4521;Агент;1.0.24.0.800;64b7f786-4e43-42d2-925b-a3855ec16ff5 | VALID",
        "28318880842714221959;5280-4543-2633-4521;;;;7707083893                                          | VALID",
        "2.83189E+19;5280-4543-2633-4521                                                                 | NUMBER_MALFORMED",
        "12345678901234567890123456789012345678901;5280-4543-2633-4521                                   | NUMBER_MALFORMED",
        "28318880842714221959;5280454326334521                                                           | CODE_MALFORMED",
        "28318880842714221959                                                                            | CODE_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;12345678901234567890123456789012345678901             | TEXT_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;;1-1-1-1-1                                            | MDM_ID_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;;;7707083894                                          | OWNER_MALFORMED"})
    void eachRowHasItsVerdict(String row, Verdict verdict) {
        assertThat(LicenseSheet.read(row)).extracting(SheetRow::verdict).containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"';'", "','", "'\t'"})
    void theSeparatorIsFoundOutAndAHeadingLeftOut(String separator) {
        String table = String.join(separator, "Лицензия", "Код", "Пользователь") + "\r\n"
                + String.join(separator, NUMBER, CODE, "\"Иванов; И., мл.\"") + "\r\n";

        assertThat(LicenseSheet.read(table)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.number()).isEqualTo(NUMBER);
            assertThat(row.activationCode()).isEqualTo(CODE);
            assertThat(row.userName()).isEqualTo("Иванов; И., мл.");
            assertThat(row.verdict()).isEqualTo(Verdict.VALID);
        });
    }

    @Test
    void aNumberOrACodeCountsOnlyOnce() {
        String table = """
                1;5280-4543-2633-4521
                1;5280-4543-2633-4522
                2;5280-4543-2633-4521
                3;5280-4543-2633-4523
                """;

        assertThat(LicenseSheet.read(table)).extracting(SheetRow::verdict)
                .containsExactly(Verdict.VALID, Verdict.REPEATED, Verdict.REPEATED, Verdict.VALID);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> LicenseSheet.read("1;\"never closed"))
                .isInstanceOf(RefusedException.class).hasMessage("common.table.noTable");
        assertThatThrownBy(() -> LicenseSheet.read("1;2\n".repeat(LicenseSheet.MAX_ROWS + 1)))
                .isInstanceOf(RefusedException.class).hasMessage("common.table.tooManyRows");
        assertThat(LicenseSheet.read(" \n ")).isEmpty();
    }
}
