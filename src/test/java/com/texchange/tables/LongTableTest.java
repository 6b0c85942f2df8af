package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of which only the first rows are kept: nothing of them may be lost, wherever the portions end that they are read in. */
class LongTableTest {

    private static final TableLimits LIMITS = new TableLimits(70_000, 40_000_000, 100_000_000);
    private static final int ROWS = 20_000;

    private enum Column implements TableColumn {

        NAME(Signs.of("name", null, "name", "имя")), CODE(Signs.of("code", "[0-9]{5}", "code"));

        private final Signs signs;

        Column(Signs signs) {
            this.signs = signs;
        }

        @Override
        public Signs signs() {
            return signs;
        }

        @Override
        public boolean required() {
            return this == NAME;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1251"})
    void everyRowIsReadOnceAndEveryLineAccountedFor(String encoding) {
        String filling = "Ромашка и Лютик ".repeat(10);
        String text = IntStream.range(0, ROWS).mapToObj(i -> switch (i % 1_000) {
            case 1 -> "\"" + filling + "\r\nфилиал\";%05d\r\n".formatted(i);
            case 2 -> "\r\n" + filling + ";%05d\r\n".formatted(i);
            case 3 -> i > 5_000 ? "Имя;Code\r\n" + filling + ";%05d\r\n".formatted(i) : filling + ";%05d\r\n".formatted(i);
            default -> filling + ";%05d\r\n".formatted(i);
        }).collect(Collectors.joining("", "Имя;Code\r\n", ""));

        MappedTable<Column> table = table(text.getBytes(Charset.forName(encoding)));

        assertThat(table.isLong()).isTrue();
        // Not by containsExactly, which compares each with each.
        assertThat(codes(table)).isEqualTo(IntStream.range(0, ROWS).mapToObj("%05d"::formatted).toList());
        assertThat(table.accounting()).isEqualTo(new Accounting(ROWS + 20 + 20 + 15 + 1, ROWS, 16, 20, 20));
        assertThat(table.unused()).isEmpty();
    }

    @Test
    void aLongWorkbookIsReadToItsEnd() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter writer = TableFormat.WORKBOOK.open(file, Locale.ENGLISH)) {
            writer.row("Name", "Code");
            for (int i = 0; i < 12_000; i++) {
                writer.row("Daisy " + i, "%05d".formatted(i));
            }
        }

        MappedTable<Column> table = table(file.toByteArray());

        assertThat(codes(table)).hasSize(12_000).startsWith("00000").endsWith("11999");
        assertThat(table.accounting()).isEqualTo(new Accounting(12_001, 12_000, 1, 0, 0));
    }

    /** The border is said in rows: headings, however many, are none. */
    @ParameterizedTest
    @CsvSource({"10000, false", "10001, true"})
    void whetherItIsLongIsDecidedByItsRowsWithoutHeadings(int rows, boolean isLong) {
        MappedTable<Column> table = table(("Имя;Code\n" + "Ромашка;01477\n".repeat(rows)).getBytes(StandardCharsets.UTF_8));

        assertThat(table.size()).isEqualTo(rows);
        assertThat(table.isLong()).isEqualTo(isLong);
    }

    @Test
    void headingsThatAreRepeatedAllTheWayDownMakeItNoLonger() {
        MappedTable<Column> table = table(("Имя;Code\n" + "Ромашка;01477\n".repeat(50)).repeat(200).getBytes(StandardCharsets.UTF_8));

        assertThat(table.isLong()).isFalse();
        assertThat(codes(table)).hasSize(10_000);
    }

    @Test
    void tooMuchIsRefused() {
        byte[] rows = "Daisy;01477\n".repeat(70_001).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> table(rows)).isInstanceOf(RefusedException.class).hasMessage("tables.tooManyRows");
        byte[] large = new byte[40_000_001];
        assertThatThrownBy(() -> table(large)).isInstanceOf(RefusedException.class).hasMessage("tables.tooLarge");
        byte[] oneLine = ("a".repeat(1_000) + ";").repeat(20_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> table(oneLine)).isInstanceOf(RefusedException.class).hasMessage("tables.binary");
    }

    /** The first ones are kept, which are few beside what a long table may have. */
    @Test
    void firstRowsOfTensOfMillionsOfCharactersAreNotKept() {
        byte[] wide = (("a".repeat(30_000) + ";01477\n").repeat(2_200)).getBytes(StandardCharsets.UTF_8);
        TableFile file = Tables.file(wide, TableLimits.LARGE);

        assertThatThrownBy(() -> Tables.only(file)).isInstanceOf(RefusedException.class).hasMessage("tables.tooLarge");
    }

    private static List<String> codes(MappedTable<Column> table) {
        List<String> codes = new ArrayList<>();
        table.each(row -> codes.add(row.text(Column.CODE)));
        return codes;
    }

    private static MappedTable<Column> table(byte[] file) {
        return MappedTable.recognize(Tables.only(Tables.file(file, LIMITS)), Column.class);
    }
}
