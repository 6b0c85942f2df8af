package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

    private static final String RUSSIAN = "Название;Почта\r\nООО «Ромашка» №1;a@example.com\r\n";
    private static final String ENGLISH = "Name,E-mail\r\nDaisy Ltd,a@example.com\r\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, false", "UTF-16LE, true", "UTF-16BE, false", "UTF-16BE, true",
        "windows-1251, false", "IBM866, false", "KOI8-R, false"})
    void everyEncodingOfSpreadsheetProgramsIsRead(String encoding, boolean marked) {
        // The old ones have no such marks.
        String russian = encoding.equals("IBM866") || encoding.equals("KOI8-R") ? RUSSIAN.replaceAll("[«»№]", "") : RUSSIAN;
        for (String text : List.of(russian, ENGLISH)) {
            byte[] file = ((marked ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding));

            Table table = Tables.only(Tables.file(file));

            assertThat(table.rows().getFirst().text(0)).isEqualTo(text.split("[;,]")[0]);
            assertThat(table.rows().getLast().text(0)).isEqualTo(text.lines().toList().getLast().split("[;,]")[0]);
        }
    }

    @Test
    void westernLettersAreNotTakenForRussianOnes() {
        byte[] file = "Müller GmbH;a@example.com\nCafé Société;b@example.com\n".getBytes(Charset.forName("windows-1252"));

        assertThat(Tables.only(Tables.file(file)).rows()).extracting(row -> row.text(0))
                .containsExactly("Müller GmbH", "Café Société");
    }

    @Test
    void capitalsAloneAreRead() {
        byte[] file = "ООО РОМАШКА;КАЗАНЬ\nООО ЛЮТИК;САМАРА".getBytes(Charset.forName("windows-1251"));

        assertThat(Tables.only(Tables.file(file)).rows()).extracting(row -> row.text(0))
                .containsExactly("ООО РОМАШКА", "ООО ЛЮТИК");
    }

    @ParameterizedTest
    @ValueSource(strings = {"à;a@example.com", "№5;a@example.com"})
    void whatCanBeReadInTwoWaysIsAsked(String text) {
        String encoding = text.startsWith("№") ? "windows-1251" : "windows-1252";

        TableFile file = Tables.file(text.getBytes(Charset.forName(encoding)));

        assertThat(file.evident()).isEmpty();
        assertThat(file.kind()).isEqualTo(TableFile.Kind.ENCODINGS);
        assertThat(file.readings()).extracting(TableReading::name).contains("Windows-1251", "Windows-1252");
        assertThat(file.readings()).extracting(TableReading::sample).contains(text.split(";")[0]);
        assertThat(file.readings()).extracting(reading -> reading.table().rows().getFirst().text(0))
                .contains(text.split(";")[0]);
    }

    @Test
    void aFileThatMixesRussianAndWesternBytesIsAsked() {
        byte[] russian = "Ромашка;a@example.com\n".getBytes(Charset.forName("windows-1251"));
        byte[] german = "Müller;b@example.com\n".getBytes(Charset.forName("windows-1252"));
        byte[] file = new byte[russian.length + german.length];
        System.arraycopy(russian, 0, file, 0, russian.length);
        System.arraycopy(german, 0, file, russian.length, german.length);

        TableFile read = Tables.file(file);

        assertThat(read.evident()).isEmpty();
        assertThat(read.readings()).extracting(TableReading::sample).anyMatch(sample -> sample.contains("Ромашка"))
                .anyMatch(sample -> sample.contains("Müller"));
    }

    @Test
    void marksThatAllEncodingsHaveRaiseNoQuestion() {
        byte[] file = "\u00ABDaisy\u00BB \u2013 Ltd;a@example.com".getBytes(Charset.forName("windows-1251"));

        assertThat(Tables.only(Tables.file(file)).rows().getFirst().text(0)).isEqualTo("«Daisy» – Ltd");
    }

    @Test
    void aFewDamagedCharactersDamageTheirCellsAlone() {
        byte[] file = "Название;Почта\nРомашка;a@example.com\nЛютик;b@example.com".getBytes(StandardCharsets.UTF_8);
        // The first byte of the last Р.
        file["Название;Почта\n".getBytes(StandardCharsets.UTF_8).length] = 'x';

        Table table = Tables.only(Tables.file(file));

        assertThat(table.rows()).extracting(row -> row.cell(0).fault())
                .containsExactly(null, CellFault.DAMAGED, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\u0000\u0001\u0002", "name;\u0000mail", "\u0001"})
    void whatIsNoTextIsRefused(String content) {
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Tables.file(file)).isInstanceOf(RefusedException.class).hasMessage("tables.binary");
    }

    /** As in what is no table: it is read all the same. */
    @Test
    void aWordMayBeOfAnyLength() {
        byte[] file = ("Название;Почта\n" + "ромашка".repeat(20_000) + ";a@example.com").getBytes(Charset.forName("windows-1251"));

        assertThat(Tables.file(file).readings()).isNotEmpty();
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertThatThrownBy(() -> Tables.only(Tables.file(new byte[0]))).isInstanceOf(RefusedException.class)
                .hasMessage("tables.empty");
    }
}
