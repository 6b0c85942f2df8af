package com.texchange.invitelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.TextDecoder;
import java.nio.charset.Charset;
import java.util.List;
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
        ";a@example.com                                       | NAME_MISSING",
        "ООО «Ромашка»;                                       | EMAIL_MISSING",
        "ООО «Ромашка»;example.com                            | EMAIL_MALFORMED",
        "ООО «Ромашка»;a@example.com, b@example.com           | EMAIL_MALFORMED",
        "ООО «Ромашка»;a@example.com;7707083894               | TAX_ID_MALFORMED",
        "ООО «Ромашка»;a@example.com;7.70708E+09              | TAX_ID_MALFORMED",
        "ООО «Ромашка»;a@example.com;;;немецкий               | LANGUAGE_UNKNOWN"})
    void eachRowHasItsVerdict(String row, Verdict verdict) {
        assertThat(InvitationSheet.read(row)).extracting(ListedInvitee::verdict).containsExactly(verdict);
    }

    @Test
    void whatIsTooLongForAFieldSaysWhichOne() {
        assertThat(InvitationSheet.read("x".repeat(201) + ";a@example.com\n" + "x".repeat(200) + ";b@example.com\n"
                + "Ромашка;c@example.com;;" + "y".repeat(101) + "\nЛютик;" + "d".repeat(255) + "@example.com"))
                .extracting(ListedInvitee::verdict).containsExactly(Verdict.NAME_MALFORMED, Verdict.VALID,
                        Verdict.CITY_MALFORMED, Verdict.EMAIL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Город;Электронная почта;Язык;ИНН;Название\nКазань;a@example.com;Русский;7707083893;Ромашка",
        "CITY,E-mail,Language,Tax ID (INN),Name\nКазань,a@example.com,Russian,7707083893,Ромашка",
        "город\tПочта\t№\tязык письма\tинн\tНаименование\nКазань\ta@example.com\t1\tru\t7707083893\tРомашка"})
    void aHeadingSaysWhichColumnIsWhich(String table) {
        assertThat(InvitationSheet.read(table)).singleElement().satisfies(row -> {
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

            assertThat(InvitationSheet.read(TextDecoder.decode(file)))
                    .extracting(ListedInvitee::name, ListedInvitee::email, ListedInvitee::city)
                    .containsExactly(tuple("ООО \"Ромашка; Лютик, и Ко\"", "a@example.com", "Казань"));
        }
    }

    @Test
    void anAddressCountsOnceAndTheOthersNameItsLine() {
        assertThat(InvitationSheet.read("Ромашка;a@example.com\n\nЛютик;A@example.com\nВасилёк;b@example.com"))
                .extracting(ListedInvitee::verdict, ListedInvitee::detail)
                .containsExactly(tuple(Verdict.VALID, ""), tuple(Verdict.REPEATED, "1"), tuple(Verdict.VALID, ""));
    }

    @Test
    void whatCannotBeAListIsRefused() {
        assertRefused("", "common.table.empty");
        assertRefused(" \n;;\n", "common.table.empty");
        assertRefused("Название;Почта", "common.table.empty");
        assertRefused("Название;ИНН\nРомашка;7707083893", "invitelists.refused.columns");
        assertRefused("Ромашка;\"a@example.com", "common.table.noTable");
        assertRefused("a;b@example.com\n".repeat(10_001), "common.table.tooManyRows");
        assertThat(InvitationSheet.read("Название;Почта\n" + "a;b@example.com\n".repeat(10_000))).hasSize(10_000);
    }

    private static void assertRefused(String table, String key) {
        assertThatThrownBy(() -> InvitationSheet.read(table)).isInstanceOf(RefusedException.class).hasMessage(key);
    }
}
