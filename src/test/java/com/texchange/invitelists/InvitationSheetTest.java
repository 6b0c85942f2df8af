package com.texchange.invitelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.tables.CellFault;
import com.texchange.tables.RowFault;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationSheetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ООО «Ромашка»;a@example.com                          | VALID",
        "ООО «Ромашка»;A@Example.COM;7707083893;Казань;ru     | VALID",
        "ООО «Ромашка»;a@example.com;;;английский             | VALID",
        "ООО «Ромашка»;a@example.com;77-07-083893             | VALID",
        "ООО «Ромашка»;a@example.com;77 07 – 083893           | VALID",
        ";a@example.com                                       | NAME_MISSING",
        "ООО «Ромашка»;;7707083893                            | EMAIL_MISSING",
        "ООО «Ромашка»;example.com                            | EMAIL_MALFORMED",
        "ООО «Ромашка»;a@example.com, b@example.com           | EMAIL_MALFORMED",
        "ООО «Ромашка»;a@example.com;7707083894               | TAX_ID_MALFORMED",
        "ООО «Ромашка»;a@example.com;7.70708E+09              | UNREADABLE",
        "ООО «Ромашка»;a@example.com;;;немецкий               | LANGUAGE_UNKNOWN"})
    void eachRowHasItsVerdict(String row, Verdict verdict) {
        assertThat(read(row)).extracting(ListedInvitee::verdict).containsExactly(verdict);
    }

    @Test
    void whatIsTooLongForAFieldSaysWhichOne() {
        assertThat(read("x".repeat(201) + ";a@example.com\n" + "x".repeat(200) + ";b@example.com\n"
                + "Ромашка;c@example.com;;" + "y".repeat(101) + "\nЛютик;" + "d".repeat(255) + "@example.com"))
                .extracting(ListedInvitee::verdict).containsExactly(Verdict.NAME_MALFORMED, Verdict.VALID,
                        Verdict.CITY_MALFORMED, Verdict.EMAIL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Город;Электронная почта;Язык;ИНН;Название\nКазань;a@example.com;Русский;7707083893;Ромашка",
        "CITY,E-mail,Language,Tax ID,Name\nКазань,a@example.com,Russian,7707083893,Ромашка",
        "город\tПочта\t№\tязык письма\tинн\tНаименование\nКазань\ta@example.com\t1\tru\t7707083893\tРомашка",
        "Наименование города;E-mail;Язык;ИНН;Наименование компании\nКазань;a@example.com;ru;7707083893;Ромашка",
        "City name;Contact name;E-mail;Language;Tax ID;Name of the company\nКазань;Иван;a@example.com;ru;7707083893;Ромашка"})
    void aHeadingSaysWhichColumnIsWhich(String table) {
        assertThat(read(table)).singleElement().satisfies(row -> {
            assertThat(row).extracting(ListedInvitee::line, ListedInvitee::name, ListedInvitee::email,
                    ListedInvitee::taxId, ListedInvitee::city).containsExactly(2, "Ромашка", "a@example.com",
                            "7707083893", "Казань");
            assertThat(row.locale()).isEqualTo(Languages.RUSSIAN);
        });
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ';'", "UTF-8, ','", "UTF-8, '\t'", "UTF-16LE, ';'", "UTF-16LE, ','", "UTF-16LE, '\t'",
        "UTF-16BE, ';'", "UTF-16BE, ','", "UTF-16BE, '\t'", "windows-1251, ';'", "windows-1251, ','",
        "windows-1251, '\t'"})
    void everyEncodingWithEverySeparatorIsRead(String encoding, String separator) {
        String table = String.join(separator, "Название", "Почта", "Город") + "\r\n"
                + String.join(separator, "\"ООО \"\"Ромашка; Лютик, и Ко\"\"\"", "a@example.com", "Казань") + "\r\n";
        for (String mark : encoding.startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
            byte[] file = (mark + table).getBytes(Charset.forName(encoding));

            assertThat(InvitationSheet.read(Tables.of(InviteeColumn.class, file)))
                    .extracting(ListedInvitee::name, ListedInvitee::email, ListedInvitee::city)
                    .containsExactly(tuple("ООО \"Ромашка; Лютик, и Ко\"", "a@example.com", "Казань"));
        }
    }

    @Test
    void anAddressCountsOnceAndTheOthersNameItsLine() {
        assertThat(read("Ромашка;a@example.com\n\nЛютик;A@example.com\nВасилёк;b@example.com"))
                .extracting(ListedInvitee::verdict, ListedInvitee::detail)
                .containsExactly(tuple(Verdict.VALID, ""), tuple(Verdict.REPEATED, "1"), tuple(Verdict.VALID, ""));
    }

    @Test
    void whatCannotBeAListIsRefused() {
        assertRefused("", "tables.empty");
        assertRefused(" \n;;\n", "tables.empty");
        assertRefused("Название;Почта", "tables.empty");
        assertRefused("Название;ИНН\nРомашка;7707083893", "tables.columnsMissing");
        assertRefused("a;b@example.com\n".repeat(10_001), "tables.tooManyRows");
        assertThat(read("Название;Почта\n" + "a;b@example.com\n".repeat(10_000))).hasSize(10_000);
    }

    @Test
    void aPostalAddressIsNoEmail() {
        assertThat(Tables.of(InviteeColumn.class, "Название;Адрес;Почта\nРомашка;Казань, Мира 1;a@example.com").mapping().places())
                .containsEntry(InviteeColumn.EMAIL, 2);
        assertThat(Tables.of(InviteeColumn.class, "Название;Адрес\nРомашка;Казань, Мира 1").missing())
                .containsExactly(InviteeColumn.EMAIL);
        assertThat(Tables.of(InviteeColumn.class, "Название;Адрес\nРомашка;a@example.com").missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void whatTheProductWritesItReads(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.invitelists", Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String heading = Arrays.stream(InviteeColumn.values()).map(column -> texts.getString(column.key()))
                .collect(Collectors.joining(";"));

        assertThat(Tables.of(InviteeColumn.class, heading + "\n1;2;3;4;5").mapping().places().values())
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anUnclosedMarkCostsNobodyTheirInvitation() {
        assertThat(read("\"Ромашка;a@example.com\nЛютик;b@example.com\nВасилёк\";c@example.com\nКлевер;d@example.com"))
                .extracting(ListedInvitee::line, ListedInvitee::email, ListedInvitee::verdict).containsExactly(
                        tuple(1, "a@example.com", Verdict.UNREADABLE), tuple(2, "b@example.com", Verdict.UNREADABLE),
                        tuple(3, "c@example.com", Verdict.UNREADABLE), tuple(4, "d@example.com", Verdict.VALID));
    }

    /** A text with an unclosed mark that was opened in a spreadsheet program and saved as a workbook. */
    @Test
    void norDoesOneThatASpreadsheetProgramHasSaved() throws IOException {
        List<ListedInvitee> rows = readWorkbook(
                List.of("Название", "Почта", "Город", "Примечание"),
                List.of("Ромашка;a@example.com\nЛютик;b@example.com\nВасилёк", "c@example.com", "", ""),
                List.of("ООО \"Клевер\"\nМосква, Тверская", "d@example.com", "Москва", "Звонить\ne@example.com"));

        assertThat(rows).extracting(ListedInvitee::verdict, ListedInvitee::fault).containsExactly(
                tuple(Verdict.UNREADABLE, new RowFault(CellFault.SEVERAL_ROWS, InviteeColumn.NAME.key())),
                tuple(Verdict.VALID, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ромашка;a@example.com\u200B;7707 083 893", "Ромашка\u00A0;mailto:A@example.com;\u202F7707083893",
        "\"Рома\u00ADшка\";\uFEFFa@example.com ;'7707083893"})
    void cellsAreWhatAPersonSees(String row) {
        assertThat(read(row)).extracting(ListedInvitee::name, ListedInvitee::email, ListedInvitee::taxId, ListedInvitee::verdict)
                .containsExactly(tuple("Ромашка", "a@example.com", "7707083893", Verdict.VALID));
    }

    @Test
    void aCompanyIsInvitedOnceHoweverManyAddressesItHas() {
        List<ListedInvitee> rows = read("Один;a@example.com;7707083893\nДва;b@example.com;7707083893\n"
                + "Три;c@example.com\nЧетыре;d@example.com");

        assertThat(rows).extracting(ListedInvitee::verdict).containsExactly(Verdict.VALID, Verdict.TAX_ID_REPEATED,
                Verdict.VALID, Verdict.VALID);
        assertThat(rows.get(1).detail()).isEqualTo("1");
    }

    @SafeVarargs
    private static List<ListedInvitee> readWorkbook(List<String>... rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            for (int row = 0; row < rows.length; row++) {
                Row cells = sheet.createRow(row);
                for (String text : rows[row]) {
                    cells.createCell(Math.max(cells.getLastCellNum(), 0)).setCellValue(text);
                }
            }
            book.write(out);
            return InvitationSheet.read(Tables.of(InviteeColumn.class, out.toByteArray()));
        }
    }

    private static List<ListedInvitee> read(String text) {
        return InvitationSheet.read(Tables.of(InviteeColumn.class, text));
    }

    private static void assertRefused(String table, String key) {
        assertThatThrownBy(() -> read(table)).isInstanceOf(RefusedException.class).hasMessage(key);
    }
}
