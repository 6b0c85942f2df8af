package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers that look rounded are believed. */
class LongNumbersTest {

    private static final String SUSPECT = "28318880842714200000";

    private enum Column implements TableColumn {
        NUMBER;

        @Override
        public Signs signs() {
            return Signs.of("NUMBER", null, "number");
        }

        @Override
        public boolean required() {
            return true;
        }

        @Override
        public boolean literal() {
            return true;
        }
    }

    /** Of 20 digits, and of 16, ending in zeros as a rounded one does. */
    @ParameterizedTest
    @CsvSource({
        "20, 100000, 1, true", "20, 100000, 4, true", "20, 100000, 5, false", "20, 1000, 1, false", "20, 10, 10, false", "20, 1, 1, false",
        "16, 100, 10, true", "16, 100, 19, true", "16, 100, 20, false", "16, 100, 100, false", "16, 22, 2, true", "16, 20, 1, false", "16, 1, 1, false"})
    void textsOfAWorkbookAreBelievedAsFarAsChanceGoes(int length, int all, int zeros, boolean believed) {
        int beyond = length - Rounding.DIGITS;
        LongNumbers numbers = new LongNumbers();
        IntStream.range(0, all).mapToObj(i -> "283188808427142" + (i < zeros ? "0" : "7").repeat(beyond)).map(Cell::ofText)
                .forEach(cell -> numbers.add(new TableRow(1, 1, List.of(Cell.EMPTY, cell), null)));

        String suspect = "283188808427142" + "0".repeat(beyond);
        assertThat(numbers.endSoByChance(1, Cell.ofText(suspect))).isEqualTo(believed);
        assertThat(numbers.endSoByChance(1, Cell.of(suspect))).as("of a file that is text").isFalse();
        assertThat(numbers.endSoByChance(0, Cell.ofText(suspect))).as("of another column").isFalse();
        assertThat(numbers.endSoByChance(1, Cell.ofText("2,83189E+19"))).isFalse();
    }

    /** They say of others what they are as little as they are suspected. */
    @Test
    void numbersInGroupsAreNotCounted() {
        LongNumbers numbers = new LongNumbers();
        IntStream.range(0, 1_000).forEach(i -> numbers.add(new TableRow(1, 1, List.of(Cell.ofText("5280-4543-2633-4527")), null)));
        numbers.add(new TableRow(1, 1, List.of(Cell.ofText("5280454326334520")), null));

        assertThat(numbers.endSoByChance(0, Cell.ofText("5280454326334520"))).isFalse();
    }

    @Test
    void inAWorkbookATextIsBelievedANumberAndAFormulaAreNot() throws IOException {
        String[] codes = IntStream.range(0, 40).mapToObj(i -> "52804543263345" + (i < 4 ? "20" : "21")).toArray(String[]::new);

        assertThat(faults(workbook(sheet -> { }, codes))).containsOnlyNulls();
        assertThat(faults(workbook(sheet -> {
            sheet.getRow(1).getCell(0).setCellValue(5280454326334520d);
            sheet.getRow(2).getCell(0).setCellFormula("TEXT(5280454326334520,\"0\")");
        }, codes))).startsWith(CellFault.ROUNDED, CellFault.ROUNDED).filteredOn(fault -> fault != null).hasSize(2);
        assertThat(faults(workbook(sheet -> { }, Stream.of(codes).map(code -> SUSPECT).toArray(String[]::new))))
                .containsOnly(CellFault.ROUNDED);
    }

    @Test
    void inTextNothingTellsOneFromTheOther() {
        String text = "number\n" + SUSPECT + "\n" + "28318880842714221959\n".repeat(9_999);

        assertThat(Tables.of(Column.class, text).rows().getFirst().fault()).isEqualTo(new RowFault(CellFault.ROUNDED, "NUMBER"));
    }

    private static List<CellFault> faults(byte[] file) {
        return Tables.of(Column.class, file).rows().stream().map(MappedRow::fault).map(fault -> fault == null ? null : fault.fault()).toList();
    }

    private interface Change {

        void of(Sheet sheet);
    }

    private static byte[] workbook(Change change, String... numbers) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("1");
            sheet.createRow(0).createCell(0).setCellValue("number");
            for (int i = 0; i < numbers.length; i++) {
                sheet.createRow(i + 1).createCell(0).setCellValue(numbers[i]);
            }
            change.of(sheet);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        }
    }
}
