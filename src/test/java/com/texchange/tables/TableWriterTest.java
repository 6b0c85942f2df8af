package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 3, 31, 23, 59);

    static Stream<String> cells() {
        return Stream.of("=1+1", "+7 999", "-5", "@SUM(A1)", "'=1", "''=1", "it's", "'", "a;b,c", "\"q\"", "две строки", "01477",
                "28318880842714221959", "5280-4543-2633-4521", "_x0041_", "<b>&amp;", "№ 1 «ё»", "1E5", "2024-01-01", "=", "😀", "＝1+1", "'＠SUM(A1)");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatIsWrittenComesBackAsItWas(String cell) throws IOException {
        for (TableFormat format : TableFormat.values()) {
            for (String language : List.of("ru", "en")) {
                byte[] file = written(format, language, cell, "x", null);

                assertThat(Tables.only(Tables.file(file)).rows()).singleElement().satisfies(row ->
                        assertThat(row.cells()).as(format + cell).extracting(Cell::text).containsExactly(cell, "x"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7 999", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋7", "－5", "＠SUM(A1)"})
    void noCellIsTakenForAFormula(String cell) throws IOException {
        assertThat(csv("en", cell, "x").replace("\"", "")).startsWith("\uFEFF'" + cell);
        try (XSSFWorkbook book = workbook(written(TableFormat.WORKBOOK, "en", cell, "x"))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void aCharacterThatProgramsDropDoesNotHideAFormula() throws IOException {
        assertThat(csv("en", "\0=1", "x").replace("\"", "")).startsWith("\uFEFF'");
        try (XSSFWorkbook book = workbook(written(TableFormat.WORKBOOK, "en", "\0=1", "x"))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void codesAreTextsAlsoWhenSomebodyChangesThem() throws IOException {
        try (XSSFWorkbook book = workbook(written(TableFormat.WORKBOOK, "ru", "01477", "7707083893"))) {
            Sheet sheet = book.getSheetAt(0);

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("01477");
            assertThat(sheet.getRow(0).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getColumnStyle(1).getDataFormatString()).as("of rows that are added").isEqualTo("@");
        }
    }

    @Test
    void momentsAreMoments() throws IOException {
        assertThat(csv("ru", MOMENT)).isEqualTo("\uFEFF\"2026-03-31 23:59\"\r\n");
        byte[] file = written(TableFormat.WORKBOOK, "ru", MOMENT);
        try (XSSFWorkbook book = workbook(file)) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getLocalDateTimeCellValue()).isEqualTo(MOMENT);
            assertThat(new DataFormatter().formatCellValue(book.getSheetAt(0).getRow(0).getCell(0)))
                    .isEqualTo("2026-03-31 23:59");
        }
        assertThat(Tables.only(Tables.file(file)).rows().getFirst().text(0)).isEqualTo("2026-03-31 23:59");
    }

    @Test
    void theSeparatorFollowsTheReadersLanguage() throws IOException {
        assertThat(csv("ru", "a", "x", null)).isEqualTo("\uFEFF\"a\";\"x\";\r\n");
        assertThat(csv("en", "a", "x", null)).isEqualTo("\uFEFF\"a\",\"x\",\r\n");
    }

    @Test
    void aLongTableIsWrittenWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.WORKBOOK.open(out, Locale.ENGLISH)) {
            for (int i = 0; i < 3_001; i++) {
                table.row("%05d".formatted(i), "x".repeat(100), MOMENT);
            }
        }

        Table table = Tables.only(Tables.file(out.toByteArray()));

        assertThat(table.rows()).hasSize(3_001).allSatisfy(row ->
                assertThat(row.text(0)).isEqualTo("%05d".formatted(row.line() - 1)));
        try (XSSFWorkbook book = workbook(out.toByteArray())) {
            assertThat(book.getSheetAt(0).getColumnWidth(1) / 256).isBetween(50, 61);
            assertThat(book.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void whatOneSheetCannotHoldGoesOnInTheNextUnderTheSameHeading() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = new SafeWorkbook(out, 3)) {
            table.row("Номер", "Текст");
            for (int i = 1; i <= 4; i++) {
                table.row("0" + i, "_x0041_");
            }
        }

        try (XSSFWorkbook book = workbook(out.toByteArray())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                Sheet sheet = book.getSheetAt(i);
                assertThat(sheet).extracting(row -> row.getCell(0).getStringCellValue())
                        .containsExactly("Номер", "0" + (2 * i + 1), "0" + (2 * i + 2));
                assertThat(sheet).extracting(row -> row.getCell(0).getCellStyle().getDataFormatString()).containsOnly("@");
                assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("_x0041_");
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            }
        }
    }

    /** Texts that the workbook has in a table are in memory until its end. */
    @Test
    void fewTextsOfALongTableAreKept() throws IOException {
        int rows = 30_000;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.WORKBOOK.open(out, Locale.ENGLISH)) {
            for (int i = 0; i < rows; i++) {
                table.row("%05d".formatted(i));
            }
        }

        try (XSSFWorkbook book = workbook(out.toByteArray())) {
            assertThat(book.getSharedStringSource().getUniqueCount()).isEqualTo(10_000);
            assertThat(book.getSheetAt(0)).hasSize(rows).allSatisfy(row ->
                    assertThat(row.getCell(0).getStringCellValue()).isEqualTo("%05d".formatted(row.getRowNum())));
        }
    }

    private static String csv(String language, Object... cells) throws IOException {
        return new String(written(TableFormat.CSV, language, cells), StandardCharsets.UTF_8);
    }

    private static byte[] written(TableFormat format, String language, Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, Locale.of(language))) {
            table.row(cells);
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook workbook(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
