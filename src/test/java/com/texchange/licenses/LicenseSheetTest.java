package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.CellFault;
import com.texchange.tables.RowFault;
import com.texchange.testing.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseSheetTest {

    private static final String NUMBER = "28318880842714221959";
    private static final String CODE = "5280-4543-2633-4521";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "28318880842714221959;5280-4543-2633-4521                                                        | VALID",
        "28318880842714221959;5280-4543-2633-4521;Агент;1.0.24.0.800;64b7f786-4e43-42d2-925b-a3855ec16ff5 | VALID",
        "28318880842714221959;5280-4543-2633-4521;;;;7707083893                                          | VALID",
        "28318880842714221959;5280-4543-2633-4521;;;;77-07-083893                                        | VALID",
        "2.83189E+19;5280-4543-2633-4521                                                                 | UNREADABLE",
        "номер;5280-4543-2633-4521                                                                       | NUMBER_MALFORMED",
        "12345678901234567890123456789012345678901;5280-4543-2633-4521                                   | NUMBER_MALFORMED",
        "28318880842714221959;528045432633452                                                            | CODE_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;12345678901234567890123456789012345678901             | TEXT_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;;1-1-1-1-1                                            | MDM_ID_MALFORMED",
        "28318880842714221959;5280-4543-2633-4521;;;;7707083894                                          | OWNER_MALFORMED"})
    void eachRowHasItsVerdict(String row, Verdict verdict) {
        assertThat(read(row)).extracting(SheetRow::verdict).containsExactly(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"';'", "','", "'\t'"})
    void theSeparatorIsFoundOutAndAHeadingLeftOut(String separator) {
        String table = String.join(separator, "Лицензия", "Код", "Пользователь") + "\r\n"
                + String.join(separator, NUMBER, CODE, "\"Иванов; И., мл.\"") + "\r\n";

        assertThat(read(table)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.number()).isEqualTo(NUMBER);
            assertThat(row.activationCode()).isEqualTo(CODE);
            assertThat(row.userName()).isEqualTo("Иванов; И., мл.");
            assertThat(row.verdict()).isEqualTo(Verdict.VALID);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Пользователь;Код активации;Версия конфигурации;Лицензия;MDM ID;ИНН владельца\nАгент;%2$s;1.0.24;%1$s;;7707083893",
        "Owner's tax ID,Configuration version,Activation code,License,User\n7707083893,1.0.24,%2$s,%1$s,Агент",
        "№\tНомер лицензии\tИНН\tАгент\tВерсия\tКод\n1\t%1$s\t7707083893\tАгент\t1.0.24\t%2$s",
        "%2$s;Агент;%1$s\n"})
    void theColumnsMayStandInAnyOrder(String table) {
        SheetRow row = read(table.formatted(NUMBER, CODE)).getLast();

        assertThat(row).extracting(SheetRow::number, SheetRow::activationCode, SheetRow::userName, SheetRow::verdict)
                .containsExactly(NUMBER, CODE, "Агент", Verdict.VALID);
        if (table.contains("1.0.24")) {
            assertThat(row).extracting(SheetRow::configVersion, SheetRow::ownerTaxId).containsExactly("1.0.24", "7707083893");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Номер;Номер лицензии;Код;Код активации;Агент\n1;%s;00017;%s;Агент", "Номер п/п;Лицензия МТ;Код активации\n1;%s;%s",
        "Number,License,Code,Activation code\n1,%s,A-17,%s"})
    void ofTwoColumnsOfOneNameTheCellsTellWhichIsMeant(String table) {
        assertThat(read(table.formatted(NUMBER, CODE))).singleElement()
                .extracting(SheetRow::number, SheetRow::activationCode, SheetRow::verdict).containsExactly(NUMBER, CODE, Verdict.VALID);
    }

    @Test
    void theOwnersTaxIdAndTheVersionAreNotTheOwnersNameAndTheConfigurations() {
        assertThat(read("Лицензия;Код активации;Владелец;ИНН;Конфигурация;Версия\n" + NUMBER + ";" + CODE
                + ";ООО «Ромашка»;7707083893;Мобильная торговля;1.0.24")).singleElement()
                .extracting(SheetRow::ownerTaxId, SheetRow::configVersion, SheetRow::verdict).containsExactly("7707083893", "1.0.24", Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void whatTheProductWritesItReads(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.licenses", Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String heading = Arrays.stream(LicenseColumn.values()).map(column -> texts.getString(column.key()).replace("''", "'"))
                .collect(Collectors.joining(";"));

        assertThat(Tables.of(LicenseColumn.class, heading + "\n1;2;3;4;5;6").mapping().places().values())
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2831 8880 8427 1422 1959;5280 4543 2633 4521", "'28318880842714221959;5280454326334521",
        "\u200B28318880842714221959\u00A0;5280\u20134543\u20142633\u20114521", "2831-8880-8427-1422-1959; 5280 - 4543 - 2633 - 4521"})
    void numbersAreWhatAPersonSees(String row) {
        assertThat(read(row)).extracting(SheetRow::number, SheetRow::activationCode, SheetRow::verdict)
                .containsExactly(tuple(NUMBER, CODE, Verdict.VALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"64b7f786-4e43-42d2-925b-a3855ec16ff5", "{64B7F786-4E43-42D2-925B-A3855EC16FF5}",
        "64B7F7864E4342D2925BA3855EC16FF5", "64b7f786\u20134e43\u201342d2\u2013925b\u2013a3855ec16ff5"})
    void anMdmIdIsReadInEveryForm(String mdmId) {
        assertThat(read(NUMBER + ";" + CODE + ";;;" + mdmId)).extracting(SheetRow::mdmId, SheetRow::verdict)
                .containsExactly(tuple("64b7f786-4e43-42d2-925b-a3855ec16ff5", Verdict.VALID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "28318880842714200000;5280-4543-2633-4521     | ROUNDED        | licenses.column.number",
        "28318880842714221959;5280454326334520        | ROUNDED        | licenses.column.activationCode",
        "28318880842714221959;5280-4543-2633-4521;;;;7.70708E+09 | ROUNDED | licenses.column.owner",
        "28318880842714221959;5280-4543-2633-4521;\uFFFD | DAMAGED     | licenses.column.user"})
    void whatCannotBeReliedOnSaysWhy(String row, CellFault fault, String column) {
        assertThat(read(row.replace("\\uFFFD", "\uFFFD"))).singleElement().satisfies(read -> {
            assertThat(read.verdict()).isEqualTo(Verdict.UNREADABLE);
            assertThat(read.fault()).isEqualTo(new RowFault(fault, column));
        });
    }

    @Test
    void aUserIsNotSeveralRows() {
        assertThat(read(NUMBER + "\t" + CODE + "\t\"Агент;\nВторой\"")).singleElement()
                .extracting(SheetRow::verdict, SheetRow::fault)
                .containsExactly(Verdict.UNREADABLE, new RowFault(CellFault.SEVERAL_ROWS, LicenseColumn.USER.key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Номер телефона", "Номер договора", "Номер устройства", "Phone number"})
    void aNumberOfSomethingElseIsNoLicenses(String heading) {
        String table = heading + ";Лиц.;Код активации\n79991234567;%s;%s".formatted(NUMBER, CODE);

        assertThat(read(table)).singleElement().extracting(SheetRow::number, SheetRow::verdict)
                .containsExactly(NUMBER, Verdict.VALID);
        assertThat(Tables.of(LicenseColumn.class, heading + ";Код активации\n79991234567;" + CODE).missing())
                .containsExactly(LicenseColumn.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Код города", "Код дистрибьютора", "Distributor code"})
    void aCodeOfSomethingElseActivatesNothing(String heading) {
        assertThat(Tables.of(LicenseColumn.class, "Лицензия;" + heading + "\n" + NUMBER + ";01477").missing())
                .containsExactly(LicenseColumn.ACTIVATION_CODE);
    }

    @Test
    void aNumberThatCouldBeATaxIdIsStillTheNumber() {
        assertThat(read("7707083893;" + CODE + ";Агент")).extracting(SheetRow::number, SheetRow::verdict)
                .containsExactly(tuple("7707083893", Verdict.VALID));
    }

    @Test
    void aFirstRowWithoutDigitsIsARow() {
        assertThat(read("нет номера;5280-4543-2633-4521\n1;5280-4543-2633-4522")).extracting(SheetRow::verdict)
                .containsExactly(Verdict.NUMBER_MALFORMED, Verdict.VALID);
    }

    @Test
    void aTaxIdGetsItsLostZeroBack() {
        assertThat(read(NUMBER + ";" + CODE + ";;;;105064587")).extracting(SheetRow::ownerTaxId, SheetRow::verdict)
                .containsExactly(tuple("0105064587", Verdict.VALID));
        assertThat(read(NUMBER + ";" + CODE + ";;;;770708389")).extracting(SheetRow::verdict)
                .containsExactly(Verdict.OWNER_MALFORMED);
    }

    private static List<SheetRow> read(String table) {
        return Tables.of(LicenseColumn.class, table).rows().stream().map(LicenseSheet::row).toList();
    }
}
