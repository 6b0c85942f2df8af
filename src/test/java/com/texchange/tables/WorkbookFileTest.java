package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {

    @Test
    void cellsAreReadAsTheyAreShown() throws IOException {
        TableFile file = workbook(book -> {
            Row row = book.createSheet("Лицензии").createRow(0);
            row.createCell(0).setCellValue("01477");
            number(book, row, 1, 1477, "00000");
            row.createCell(2).setCellValue(7707083893d);
            row.createCell(3).setCellValue(500100732259d);
            row.createCell(4).setCellValue(true);
            number(book, row, 5, 1, "0.0");
            row.createCell(7).setCellValue("\u00A0Ромашка \u200B");
        });

        assertThat(Tables.only(file).rows()).singleElement().satisfies(row ->
                assertThat(texts(row)).containsExactly("01477", "01477", "7707083893", "500100732259", "TRUE", "1.0", "",
                        "Ромашка"));
    }

    @Test
    void whatTheProgramHasChangedIsNoticed() throws IOException {
        TableFile file = workbook(book -> {
            Row row = book.createSheet("1").createRow(0);
            number(book, row, 0, 28318880842714221959d, "0");
            number(book, row, 1, 45292, "dd.mm.yyyy");
            row.createCell(2).setCellErrorValue(FormulaError.NA.getCode());
            row.createCell(3).setCellValue(123456789012345d);
        });

        assertThat(Tables.only(file).rows().getFirst().cells()).extracting(Cell::text, Cell::fault).containsExactly(
                tuple("28318880842714223000", CellFault.ROUNDED), tuple("2024-01-01", CellFault.DATE),
                tuple("#N/A", CellFault.FORMULA_ERROR), tuple("123456789012345", null));
    }

    @Test
    void formulasAreTheirResults() throws IOException {
        TableFile file = workbook(book -> {
            Row row = book.createSheet("1").createRow(0);
            row.createCell(0).setCellFormula("\"Ром\"&\"ашка\"");
            row.createCell(1).setCellFormula("1+2");
            row.createCell(2).setCellFormula("1/0");
            row.createCell(3).setCellFormula("IF(TRUE,\"\",1)");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(4).setCellFormula("1+1");
        });

        assertThat(Tables.only(file).rows().getFirst().cells()).extracting(Cell::text, Cell::fault).containsExactly(
                tuple("Ромашка", null), tuple("3", null), tuple("#DIV/0!", CellFault.FORMULA_ERROR), tuple("", null),
                tuple("", CellFault.FORMULA_WITHOUT_RESULT));
    }

    @Test
    void linesAreThoseOfTheSheet() throws IOException {
        Table table = Tables.only(workbook(book -> {
            Sheet sheet = book.createSheet("1");
            sheet.createRow(1).createCell(0).setCellValue("a");
            sheet.createRow(2).createCell(0).setCellValue("  ");
            sheet.createRow(4).createCell(1).setCellValue("b");
            sheet.createRow(90).createCell(1).setCellStyle(book.createCellStyle());
        }));

        assertThat(table.rows()).extracting(TableRow::line).containsExactly(2, 5);
        assertThat(table).extracting(Table::lines, Table::empty, Table::width).containsExactly(5, 3, 2);
    }

    @Test
    void ofSeveralSheetsOneIsChosen() throws IOException {
        TableFile file = workbook(book -> {
            fill(book.createSheet("Север"), "a", "b");
            book.createSheet("Пустой");
            fill(book.createSheet("Юг"), "c");
        });

        assertThat(file.evident()).isEmpty();
        assertThat(file.readings()).extracting(TableReading::name, TableReading::sample)
                .containsExactly(tuple("Север", "2"), tuple("Юг", "1"));
        assertThat(file.readings().getLast().table().rows().getFirst().text(0)).isEqualTo("c");
    }

    @Test
    void aHiddenSheetIsNotTakenByItself() throws IOException {
        TableFile file = workbook(book -> {
            fill(book.createSheet("Старый"), "a");
            fill(book.createSheet("Новый"), "b");
            book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            book.setActiveSheet(1);
        });

        assertThat(Tables.only(file).rows().getFirst().text(0)).isEqualTo("b");
        assertThat(file.readings()).extracting(TableReading::name, TableReading::hidden)
                .containsExactly(tuple("Старый", true), tuple("Новый", false));
    }

    @Test
    void hiddenRowsSayThatNobodyHasSeenThem() throws IOException {
        Table table = Tables.only(workbook(book -> {
            Sheet sheet = book.createSheet("1");
            fill(sheet, "a", "b", "c");
            sheet.getRow(1).setZeroHeight(true);
        }));

        assertThat(table.rows()).extracting(TableRow::fault).containsExactly(null, CellFault.HIDDEN, null);
    }

    @Test
    void cellsThatAreMergedDownwardsBelongToEachRow() throws IOException {
        Table table = Tables.only(workbook(book -> {
            Sheet sheet = book.createSheet("1");
            fill(sheet, "a", "b", "c", "d");
            sheet.getRow(0).createCell(1).setCellValue("Казань");
            sheet.getRow(2).createCell(2).setCellValue("x");
            sheet.addMergedRegion(new CellRangeAddress(0, 2, 1, 1));
        }));

        assertThat(table.rows()).extracting(row -> row.text(1)).containsExactly("Казань", "Казань", "Казань", "");
    }

    /** As some programs keep what was in the cells that are shown as one. */
    @Test
    void whatStandsUnderAnEmptyMergedCellIsNotThere() throws IOException {
        Table table = Tables.only(workbook(book -> {
            Sheet sheet = book.createSheet("1");
            sheet.createRow(0).createCell(1).setCellValue("a");
            sheet.createRow(1).createCell(0).setCellValue("x");
            sheet.createRow(2).createCell(1).setCellValue("b");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        }));

        assertThat(table.rows()).extracting(TableRow::line, row -> row.text(1)).containsExactly(tuple(1, "a"), tuple(3, "b"));
        assertThat(table.empty()).isEqualTo(1);
    }

    @Test
    void lineBreaksOfWorkbooksAreRead() throws IOException {
        Table table = Tables.only(workbook(book -> fill(book.createSheet("1"), "ООО_x000D_\nРомашка", "_x005F_x000D_")));

        assertThat(table.rows()).extracting(row -> row.text(0)).containsExactly("ООО Ромашка", "_x000D_");
    }

    /** As a spreadsheet program saves a text whose quotation mark was never closed. */
    @ParameterizedTest
    @ValueSource(strings = {"Ромашка;a@example.com\nЛютик;b@example.com\nВасилёк", "Ромашка\ta\r\nЛютик", "Ромашка;5\nЛютик",
        "Ромашка,a@example.com_x000D_\nЛютик"})
    void rowsThatRunTogetherInACellAreNoticed(String cell) throws IOException {
        Table table = Tables.only(workbook(book -> {
            fill(book.createSheet("1"), cell);
            book.getSheetAt(0).getRow(0).createCell(1).setCellFormula("A1");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(table.rows().getFirst().cells()).hasSize(2)
                .allSatisfy(read -> assertThat(read.fault()).isEqualTo(CellFault.SEVERAL_ROWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ООО \"А\"\nМосква, Тверская", "a@example.com\n", "\nРомашка; Лютик\r\n"})
    void aCellMayHaveLineBreaks(String cell) throws IOException {
        Table table = Tables.only(workbook(book -> fill(book.createSheet("1"), cell)));

        assertThat(table.rows().getFirst().cells()).singleElement().extracting(Cell::fault).isNull();
    }

    @Test
    void aThousandsOfDaysAreOfTheWorkbooksOwnCalendar() throws IOException {
        Table table = Tables.only(workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Row row = book.createSheet("1").createRow(0);
            row.createCell(0).setCellValue(LocalDateTime.of(2024, 1, 1, 0, 0));
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            row.getCell(0).setCellStyle(style);
        }));

        assertThat(table.rows().getFirst().text(0)).isEqualTo("2024-01-01");
    }

    @Test
    void thereAreLimits() throws IOException {
        assertRefused(() -> workbook(book -> book.createSheet("1")), "tables.empty");
        assertRefused(() -> Tables.only(workbook(book -> {
            Sheet sheet = book.createSheet("1");
            for (int i = 0; i < TableLimits.USUAL.rows() + 200; i++) {
                sheet.createRow(i).createCell(0).setCellValue("x");
            }
        })), "tables.tooManyRows");
        assertRefused(() -> Tables.only(workbook(book -> {
            Row row = book.createSheet("1").createRow(0);
            row.createCell(Table.MAX_COLUMNS).setCellValue("x");
        })), "tables.tooManyColumns");
        assertRefused(() -> Tables.file(new byte[(int) TableLimits.USUAL.bytes() + 1]), "tables.tooLarge");
    }

    @ParameterizedTest
    @CsvSource({"50 4B 03 04 14 00", "D0 CF 11 E0 A1 B1 1A E1"})
    void anotherKindOfWorkbookIsTold(String hex) {
        byte[] file = new java.math.BigInteger(hex.replace(" ", ""), 16).toByteArray();

        assertRefused(() -> Tables.file(file[0] == 0 ? java.util.Arrays.copyOfRange(file, 1, file.length) : file),
                "tables.workbook");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String key) {
        assertThatThrownBy(reading).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    private static TableFile workbook(Consumer<XSSFWorkbook> contents) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            contents.accept(book);
            book.write(out);
            return Tables.file(out.toByteArray());
        }
    }

    private static void fill(Sheet sheet, String... firstColumn) {
        for (int i = 0; i < firstColumn.length; i++) {
            sheet.createRow(i).createCell(0).setCellValue(firstColumn[i]);
        }
    }

    private static void number(XSSFWorkbook book, Row row, int column, double value, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }

    private static java.util.List<String> texts(TableRow row) {
        return java.util.stream.IntStream.range(0, row.cells().size()).mapToObj(row::text).toList();
    }
}
