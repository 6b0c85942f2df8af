package com.texchange.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplierListTest {

    private static final String NUMBER = "28318880842714221959";
    private static final String ACTIVATION_CODE = "5280-4543-2633-4521";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "28318880842714221959 | 5280-4543-2633-4521 | 00042",
        "2831 8880 8427 1422 1959 | 5280454326334521 | 42",
        "2831-8880-8427-1422-1959 | 5280 4543 2633 4521 | 0042",
        "’28318880842714221959 | 5280–4543–2633–4521 | 00042"})
    void numbersAndCodesAreOneHoweverTheyAreWritten(String number, String activationCode, String code) {
        assertThat(read("Номер лицензии;Код активации;Код дистрибьютора\n" + number + ";" + activationCode + ";" + code))
                .containsExactly(new ListedLicense(2, NUMBER, ACTIVATION_CODE, "00042", null, null));
    }

    @Test
    void oneOfBothIsEnoughAndColumnsAreToldByTheirCells() {
        assertThat(read("65506;" + NUMBER)).containsExactly(new ListedLicense(1, NUMBER, "", "65506", null, null));
        assertThat(read(ACTIVATION_CODE + "\t65506")).containsExactly(new ListedLicense(1, "", ACTIVATION_CODE, "65506", null, null));
        assertThat(read("Distributor;Distributor code;License\nООО «Ромашка»;65506;" + NUMBER))
                .containsExactly(new ListedLicense(2, NUMBER, "", "65506", null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "28318880842714221959 | | 655061 | reconciliation.fault.DISTRIBUTOR_CODE |",
        "28318880842714221959 | | | reconciliation.fault.DISTRIBUTOR_CODE |",
        "№ 17 | | 65506 | reconciliation.fault.NUMBER |",
        " | 5280-4543 | 65506 | reconciliation.fault.ACTIVATION_CODE |",
        " | | 65506 | reconciliation.fault.NOTHING_NAMED |",
        "2,83189E+19 | | 65506 | tables.fault.ROUNDED | reconciliation.column.number",
        "28318880842714200000 | | 65506 | tables.fault.ROUNDED | reconciliation.column.number"})
    void whatIsWrongIsSaidAndTheRowStays(String number, String activationCode, String code, String fault, String column) {
        List<ListedLicense> rows = read("Лицензия;Код активации;Код дистрибьютора\n" + orEmpty(number) + ";" + orEmpty(activationCode)
                + ";" + orEmpty(code) + "\n" + NUMBER + ";;65506");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().fault()).isEqualTo(fault);
        assertThat(rows.getFirst().faultColumn()).isEqualTo(column);
        assertThat(rows.getLast().fault()).isNull();
    }

    @Test
    void aListWithoutLicensesOrWithoutCodesIsRefused() {
        assertRefused("Код дистрибьютора;Заметка\n65506;слово", "reconciliation.noLicenses");
        assertRefused("Лицензия;Заметка\n" + NUMBER + ";слово", "tables.columnsMissing");
        assertRefused("Лицензия;Код дистрибьютора", "tables.empty");
    }

    private static void assertRefused(String text, String messageKey) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(RefusedException.class).hasMessage(messageKey);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<ListedLicense> read(String text) {
        List<ListedLicense> rows = new ArrayList<>();
        SupplierList.each(Tables.of(ListColumn.class, text), rows::add);
        return rows;
    }
}
