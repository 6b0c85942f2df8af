package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedTableTest {

    enum Part implements TableColumn {
        NAME(null, "name", "part"), CODE("[0-9]{5}|[0-9]{16,}", "code", "part number"), COLOR(null, "color");

        private final Signs signs;

        Part(@Nullable String content, String... words) {
            signs = Signs.of(name(), content, words);
        }

        @Override
        public Signs signs() {
            return signs;
        }

        @Override
        public boolean required() {
            return this != COLOR;
        }

        @Override
        public boolean literal() {
            return this == CODE;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Color;Code;Name\nred;01477;Bolt", "COLOR,\"Part   number:\",\"Name\u00A0(of it)\"\nred,01477,Bolt",
        "#\tcolor\tcode\tname\n1\tred\t01477\tBolt", "List of parts;;\n\nColor;Code;Name\nred;01477;Bolt"})
    void theHeadingSaysInWhicheverOrder(String text) {
        MappedTable<Part> table = table(text);

        assertThat(table.missing()).isEmpty();
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row).extracting(
                cells -> cells.text(Part.NAME), cells -> cells.text(Part.CODE), cells -> cells.text(Part.COLOR))
                .containsExactly("Bolt", "01477", "red"));
    }

    @Test
    void everyLineIsShownToHaveGoneSomewhere() {
        MappedTable<Part> table = table("sep=;\nOur parts\n\nName;Code\nBolt;01477\n\"Nut,\nlarge\";01478\n;\nName;Code\nPin;01479\n");

        assertThat(table.accounting()).isEqualTo(new Accounting(10, 3, 4, 2, 1));
        assertThat(table.rows()).extracting(MappedRow::line).containsExactly(5, 6, 9 + 1);
    }

    @Test
    void aFirstRowThatIsNoHeadingIsARow() {
        assertThat(table("Bolt;none\nNut;01478").rows()).extracting(row -> row.text(Part.NAME)).containsExactly("Bolt", "Nut");
        assertThat(table("Spare part, small;;color of iron\nNut;01478").rows()).hasSize(2);
        assertThat(table("Name;12345\nNut;01478").rows()).as("a name like any other").hasSize(2);
    }

    @Test
    void whatHasNoHeadingIsToldByItsCellsAndElseByItsOrder() {
        assertThat(table("Bolt;01477;red").mapping().places()).isEqualTo(Map.of(Part.NAME, 0, Part.CODE, 1, Part.COLOR, 2));
        assertThat(table("01477;Bolt;red\n01478;Nut;blue").mapping().places())
                .isEqualTo(Map.of(Part.CODE, 0, Part.NAME, 1, Part.COLOR, 2));
        assertThat(table("x;red;01477\ny;blue;01478").mapping().places())
                .isEqualTo(Map.of(Part.CODE, 2, Part.NAME, 0, Part.COLOR, 1));
        assertThat(table("Bolt;x;red").mapping().places()).isEqualTo(Map.of(Part.NAME, 0, Part.CODE, 1, Part.COLOR, 2));
    }

    @Test
    void aHeadingThatIsNotKnownIsBelievedLessThanTheCells() {
        MappedTable<Part> table = table("Name;Address;Color\nBolt;01477;red\nNut;01478;");

        assertThat(table.mapping().places()).containsEntry(Part.CODE, 1);
        assertThat(table("Name;Address\nBolt;Main Street").missing()).containsExactly(Part.CODE);
    }

    @Test
    void twoColumnsOfOneNameAreNotMixedUp() {
        assertThat(table("Part;Name;Code\nx;Bolt;01477").mapping().places()).containsEntry(Part.NAME, 0);
        assertThat(table("Name of the maker;Name;Code\nx;Bolt;01477").mapping().places()).containsEntry(Part.NAME, 1);
    }

    @Test
    void anotherColumnCanBeChosen() {
        MappedTable<Part> table = table("Name;Code;Other\nBolt;01477;01478").with(Part.CODE, 2);

        assertThat(table.rows().getFirst().text(Part.CODE)).isEqualTo("01478");
        assertThat(table.unused()).containsExactly(1);
        assertThat(table.with(Part.NAME, 2).missing()).as("its old place is taken").containsExactly(Part.CODE);
        assertThat(table.with(Part.CODE, ColumnMapping.NONE).missing()).containsExactly(Part.CODE);
        assertThat(table.heading(1)).isEqualTo("Code");
        assertThat(table.sample(1)).isEqualTo("01477");
    }

    @Test
    void anotherHeadingCanBeChosen() {
        MappedTable<Part> table = table("Details;Numbers\nBolt;01477");
        assertThat(table.accounting().headings()).isZero();

        assertThat(table.withHeading(0).rows()).extracting(row -> row.text(Part.CODE)).containsExactly("01477");
        assertThat(table.withHeading(0).accounting()).isEqualTo(new Accounting(2, 1, 1, 0, 0));
        MappedTable<Part> chosen = table("Name;Code;Other\nBolt;x;01477").with(Part.CODE, 2);
        assertThat(chosen.withHeading(ColumnMapping.NONE).rows()).extracting(row -> row.text(Part.CODE))
                .containsExactly("Other", "01477");
    }

    @Test
    void aHeadingMayBeMergedOverTwoRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("1");
            sheet.createRow(0).createCell(0).setCellValue("Parts of 2026, 12345 in all");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            sheet.createRow(1).createCell(0).setCellValue("Name");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.getRow(1).createCell(1).setCellValue("Details");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
            sheet.createRow(2).createCell(1).setCellValue("Color");
            sheet.getRow(2).createCell(2).setCellValue("Code");
            sheet.createRow(3).createCell(0).setCellValue("Bolt");
            sheet.getRow(3).createCell(2).setCellValue("01477");
            book.write(out);
        }

        MappedTable<Part> table = Tables.of(Part.class, out.toByteArray());

        assertThat(table.mapping().places()).isEqualTo(Map.of(Part.NAME, 0, Part.COLOR, 1, Part.CODE, 2));
        assertThat(table.accounting()).isEqualTo(new Accounting(4, 1, 3, 0, 0));
    }

    @Test
    void aHeadingOfTwoRowsIsReadFromTextToo() {
        MappedTable<Part> table = table("Name;Details;\n;Color;Code\nBolt;red;01477");

        assertThat(table.mapping().places()).isEqualTo(Map.of(Part.NAME, 0, Part.COLOR, 1, Part.CODE, 2));
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void onlyWhatMattersDigitByDigitIsSuspectedOfHavingBeenRounded() {
        assertThat(table("Name;Code\n1E5;01477\nBolt;1E5\nNut;28318880842714200000").rows()).extracting(MappedRow::fault)
                .containsExactly(null, new RowFault(CellFault.ROUNDED, "CODE"), new RowFault(CellFault.ROUNDED, "CODE"));
    }

    @Test
    void faultsOfColumnsThatAreNotUsedDoNotMatter() {
        String text = "Name;Code;Other\nBolt;01477;\uFFFD\n\uFFFD;01478;x";

        assertThat(table(text).rows()).extracting(MappedRow::fault)
                .containsExactly(null, new RowFault(CellFault.DAMAGED, "NAME"));
    }

    @Test
    void aTableHasToBeComplete() {
        assertThatThrownBy(() -> table("Name;Color\nBolt;red").requireRows()).isInstanceOf(RefusedException.class)
                .hasMessage("tables.columnsMissing");
        assertThatThrownBy(() -> table("Name;Code").requireRows()).isInstanceOf(RefusedException.class)
                .hasMessage("tables.empty");
        assertThat(table("Name;Code\n" + "Bolt;01477\n".repeat(TableLimits.USUAL.rows())).requireRows()).hasSize(TableLimits.USUAL.rows());
        assertThatThrownBy(() -> table("Bolt;01477\n".repeat(TableLimits.USUAL.rows() + 1))).isInstanceOf(RefusedException.class)
                .hasMessage("tables.tooManyRows");
    }

    @Test
    void rowsRunningIntoEachOtherAreNoHeading() {
        assertThat(table("Name;\"Code\nBolt;01477\";\nNut;01478").rows()).extracting(MappedRow::line, row -> row.fault() == null)
                .containsExactly(tuple(1, false), tuple(2, false), tuple(3, true));
    }

    private static MappedTable<Part> table(String text) {
        return Tables.of(Part.class, text);
    }
}
