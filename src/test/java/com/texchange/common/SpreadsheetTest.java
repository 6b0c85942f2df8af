package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    private static final int MOST = 10;

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void theSeparatorIsToldByTheTable(String separator) {
        String table = String.join(separator, "\"Ромашка; Лютик, и\tКо\"", "a@example.com", " Казань ") + "\r\n"
                + String.join(separator, "\"ООО \"\"Василёк\"\"\"", "b@example.com", "") + "\r\n";

        assertThat(Spreadsheet.read(table, MOST)).extracting(Spreadsheet.Row::cells).containsExactly(
                List.of("Ромашка; Лютик, и\tКо", "a@example.com", "Казань"),
                List.of("ООО \"Василёк\"", "b@example.com", ""));
    }

    @Test
    void aCommaInsideOfTextDoesNotDivideWhereAnotherSeparatorDoes() {
        assertThat(Spreadsheet.read("Ромашка, филиал;a@example.com\nЛютик, филиал;b@example.com", MOST))
                .extracting(row -> row.cell(0)).containsExactly("Ромашка, филиал", "Лютик, филиал");
        assertThat(Spreadsheet.read("Daisy; Co,a@example.com\nRose,b@example.com", MOST))
                .extracting(row -> row.cell(1)).containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void rowsKnowTheirLinesAndBlankOnesDoNotCount() {
        assertThat(Spreadsheet.read("\n;;\na;\"1\n2\"\n\nb;3\rc;4", MOST))
                .extracting(Spreadsheet.Row::line, row -> row.cell(0))
                .containsExactly(tuple(3L, "a"),
                        tuple(6L, "b"), tuple(7L, "c"));
        assertThat(Spreadsheet.read(" \n\t\n", MOST)).isEmpty();
    }

    @Test
    void theLineThatNamesTheSeparatorIsNoRow() {
        assertThat(Spreadsheet.read("sep=,\nRose;Daisy,a@example.com", MOST)).singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("Rose;Daisy", "a@example.com"));
    }

    @Test
    void aCopiedCellMayBeginWithANameInQuotationMarks() {
        assertThat(Spreadsheet.read("\"Ромашка\" ООО\ta@example.com", MOST)).singleElement()
                .satisfies(row -> assertThat(row.cell(1)).isEqualTo("a@example.com"));
    }

    @Test
    void whatIsNoTableIsRefusedAndNamesTheLine() {
        assertThatThrownBy(() -> Spreadsheet.read("a;b\nc;\"never closed\nd;e", MOST))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("common.table.noTable");
                    assertThat(refusal.arguments()).containsExactly(2L);
                });
        assertThat(Spreadsheet.read("a;b\n".repeat(MOST), MOST)).hasSize(MOST);
        assertThat(Spreadsheet.read("a;b\n".repeat(MOST + 1), MOST)).as("with a heading").hasSize(MOST + 1);
        assertThatThrownBy(() -> Spreadsheet.read("a;b\n".repeat(MOST + 2), MOST))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("common.table.tooManyRows");
                    assertThat(refusal.arguments()).containsExactly(MOST);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 999", "-5", "@SUM(A1)", "'=1", "''=1", "it's", "'", "a;b,c", "\"q\"", "две\nстроки"})
    void whatIsWrittenSafelyComesBackAsItWas(String cell) throws IOException {
        for (String language : List.of("ru", "en")) {
            String written = written(language, cell);

            assertThat(written).startsWith("\uFEFF");
            assertThat(Spreadsheet.read(written.substring(1), MOST)).singleElement()
                    .satisfies(row -> assertThat(row.cells()).containsExactly(cell, "x", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 999", "-5", "@SUM(A1)", "\t=1", "\r=1"})
    void noCellIsTakenForAFormula(String cell) throws IOException {
        assertThat(written("en", cell).replace("\"", "")).startsWith("\uFEFF'" + cell);
    }

    @Test
    void theSeparatorFollowsTheReadersLanguage() throws IOException {
        assertThat(written("ru", "a")).isEqualTo("\uFEFFa;x;\r\n");
        assertThat(written("en", "a")).isEqualTo("\uFEFFa,x,\r\n");
    }

    private static String written(String language, String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SafeCsv csv = new SafeCsv(out, Locale.of(language))) {
            csv.row(cell, "x", null);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
