package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {

    @ParameterizedTest
    @CsvSource({"';'", "','", "'\t'"})
    void separatorAndQuotationMarksAreUnderstood(String separator) {
        String text = String.join(separator, "\"Ромашка; Лютик, и\tКо\"", "a@example.com", " Казань ") + "\r\n"
                + String.join(separator, "\"ООО \"\"Василёк\"\"\"", "b@example.com", "") + "\r\n";

        assertThat(cells(text)).containsExactly(List.of("Ромашка; Лютик, и\tКо", "a@example.com", "Казань"),
                List.of("ООО \"Василёк\"", "b@example.com"));
    }

    @Test
    void aCommaInsideOfTextDoesNotDivideWhereAnotherSeparatorDoes() {
        assertThat(cells("Ромашка, филиал;a@example.com\nЛютик, филиал;b@example.com")).extracting(List::getFirst)
                .containsExactly("Ромашка, филиал", "Лютик, филиал");
        assertThat(cells("Daisy; Co,a@example.com\nRose,b@example.com")).extracting(List::getLast)
                .containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void aStrayMarkDoesNotHideTheSeparator() {
        assertThat(cells("Дисплей 24\";a@example.com\nЛютик;b@example.com\nВасилёк;c@example.com"))
                .extracting(List::getFirst).containsExactly("Дисплей 24\"", "Лютик", "Василёк");
    }

    @Test
    void rowsKnowTheirLinesAndEmptyOnesAreCounted() {
        Table table = Tables.text("\n;;\na;\"1\n2\"\n\n\u00A0;\nb;3\rc;4\r\n\r\n");

        assertThat(table.rows()).extracting(TableRow::line, TableRow::height, row -> row.text(0))
                .containsExactly(tuple(3, 2, "a"), tuple(7, 1, "b"), tuple(8, 1, "c"));
        assertThat(table).extracting(Table::lines, Table::empty, Table::service).containsExactly(9, 5, 0);
    }

    @Test
    void theLineThatNamesTheSeparatorIsNoRow() {
        Table table = Tables.text("sep=,\nRose;Daisy,a@example.com");

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.text(0)).isEqualTo("Rose;Daisy");
        });
        assertThat(table.service()).isEqualTo(1);
    }

    @Test
    void aCopiedCellMayBeginWithANameInQuotationMarks() {
        assertThat(cells("\"Ромашка\" ООО\ta@example.com")).containsExactly(List.of("\"Ромашка\" ООО", "a@example.com"));
        assertThat(cells("\"Ромашка; и Ко\" ООО;a@example.com\nb;c"))
                .contains(List.of("\"Ромашка; и Ко\" ООО", "a@example.com"));
    }

    @Test
    void aCellMayHaveLineBreaks() {
        Table table = Tables.text("\"ООО Ромашка\nфилиал, Казань\";a@example.com\nЛютик;b@example.com");

        assertThat(table.rows()).extracting(row -> row.text(0), TableRow::fault)
                .containsExactly(tuple("ООО Ромашка филиал, Казань", null), tuple("Лютик", null));
        assertThat(table.lines()).isEqualTo(3);
    }

    @Test
    void aMarkThatIsClosedLinesLaterCostsNobodyTheirRow() {
        Table table = Tables.text("""
                "Ромашка;a@example.com
                Лютик;b@example.com
                Василёк";c@example.com
                Клевер;d@example.com""");

        assertThat(table.rows()).extracting(TableRow::line, row -> row.text(1), TableRow::fault).containsExactly(
                tuple(1, "a@example.com", CellFault.UNCLOSED_QUOTE), tuple(2, "b@example.com", CellFault.UNCLOSED_QUOTE),
                tuple(3, "c@example.com", CellFault.UNCLOSED_QUOTE), tuple(4, "d@example.com", null));
    }

    @Test
    void aMarkThatIsNeverClosedCostsNothingButItsOwnLine() {
        assertThat(Tables.text("a;b\nc;\"never closed\nd;e\n").rows())
                .extracting(TableRow::line, row -> row.text(0), TableRow::fault).containsExactly(tuple(1, "a", null),
                        tuple(2, "c", CellFault.UNCLOSED_QUOTE), tuple(3, "d", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Ромашка\nb@example.com\";1", "\"Ромашка\nЛютик;2\";1", "\"Ромашка\nЛютик\" ООО;1"})
    void whatLooksLikeSeveralRowsInOneCellIsNotTaken(String text) {
        assertThat(Tables.text(text + "\nx;y").rows()).extracting(TableRow::fault)
                .containsExactly(CellFault.UNCLOSED_QUOTE, CellFault.UNCLOSED_QUOTE, null);
    }

    @Test
    void everyLineIsAccountedForWhateverTheTextIs() {
        Random random = new Random(12);
        String alphabet = "\"\"\";;\n\n\r@ab\u00A0";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("x");
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));

            Table table = Tables.text(text.toString());

            int lines = (int) text.toString().lines().count();
            int inRows = table.rows().stream().mapToInt(TableRow::height).sum();
            assertThat(table.lines()).as(text.toString()).isEqualTo(lines);
            assertThat(inRows + table.empty() + table.service()).as(text.toString()).isEqualTo(lines);
        }
    }

    @Test
    void thereAreLimits() {
        assertRefused(" \n;;\n", "tables.empty");
        assertRefused("a;b\n".repeat(TableLimits.USUAL.rows() + 200), "tables.tooManyRows");
        assertRefused("x;".repeat(Table.MAX_COLUMNS) + "x", "tables.tooManyColumns");
        assertThat(Tables.text("a" + ";".repeat(5_000)).width()).isEqualTo(1);
        assertThat(Tables.text("a;" + "b".repeat(40_000)).rows().getFirst().cell(1).fault())
                .isEqualTo(CellFault.TOO_LONG);
        assertThat(Tables.text("a;\"" + ("b".repeat(1_000) + "\n").repeat(40) + "\"\nc;d").rows().getFirst().fault())
                .isEqualTo(CellFault.UNCLOSED_QUOTE);
    }

    private static void assertRefused(String text, String key) {
        assertThatThrownBy(() -> Tables.text(text)).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    private static List<List<String>> cells(String text) {
        return Tables.text(text).rows().stream().map(row -> row.cells().stream().map(Cell::text).toList()).toList();
    }
}
