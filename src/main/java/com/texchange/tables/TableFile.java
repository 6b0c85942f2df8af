package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with a table, or what was pasted, and the ways in which it can be read. Where none of them is evident, the person
 * is asked: a guess at names and numbers of others is worse than a question.
 *
 * @param readings at least one
 */
public record TableFile(Kind kind, List<TableReading> readings, @Nullable TableReading likely) {

    /** More are not taken. 10,000 rows with long cells fit, in any encoding. */
    public static final int MAX_BYTES = 8_000_000;
    /** Of what is pasted. */
    public static final int MAX_CHARACTERS = 4_000_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** What the readings differ in. */
    public enum Kind {
        TEXT, ENCODINGS, SHEETS
    }

    public TableFile {
        readings = List.copyOf(readings);
    }

    /**
     * A workbook (.xlsx) or a text with tab, semicolon or comma between its cells.
     *
     * @throws RefusedException if it is neither, has no rows, or takes too much to read
     */
    public static TableFile of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new RefusedException("tables.tooLarge");
        }
        if (beginsWith(file, OLD_OFFICE)) {
            throw new RefusedException("tables.workbook");
        }
        return beginsWith(file, ZIP) ? WorkbookFile.open(file) : TextFile.open(file);
    }

    /** @throws RefusedException if it is too long */
    public static TableFile pasted(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new RefusedException("tables.tooLarge");
        }
        return text(text);
    }

    static TableFile text(String text) {
        TableReading reading = new TableReading("", "", false, () -> DelimitedText.read(text));
        return new TableFile(Kind.TEXT, List.of(reading), reading);
    }

    private static boolean beginsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The reading to begin with; empty if the person has to choose. */
    public Optional<TableReading> evident() {
        return Optional.ofNullable(likely);
    }
}
