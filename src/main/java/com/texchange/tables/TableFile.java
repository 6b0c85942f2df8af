package com.texchange.tables;

import com.texchange.common.AccountId;
import com.texchange.common.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
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
     * @param announced how many bytes it is said to have; negative if nothing is said
     * @param person    who has chosen it
     * @throws RefusedException if it is neither, has no rows or more bytes than were announced, or takes too much to read or to keep
     */
    public static TableFile take(InputStream in, long announced, TableLimits limits, AccountId person) throws IOException {
        TableBytes file = TableBytes.take(in, limits.ofFile(announced), person);
        try {
            return of(file, limits);
        } catch (IOException | RuntimeException e) {
            file.letGo();
            throw e;
        }
    }

    private static TableFile of(TableBytes file, TableLimits limits) throws IOException {
        byte[] beginning = file.first(ZIP.length);
        if (Arrays.equals(beginning, OLD_OFFICE)) {
            throw new RefusedException("tables.workbook");
        }
        return Arrays.equals(beginning, ZIP) ? WorkbookFile.open(file, limits) : TextFile.open(file, limits);
    }

    /** @throws RefusedException if it is too long */
    public static TableFile pasted(String text, TableLimits limits) {
        if (text.length() > MAX_CHARACTERS) {
            throw limits.tooLarge();
        }
        return text(() -> new StringReader(text), limits);
    }

    static TableFile text(DelimitedText.Source text, TableLimits limits) {
        TableReading reading = new TableReading("", "", false, () -> Table.read(new DelimitedText(text), limits));
        return new TableFile(Kind.TEXT, List.of(reading), reading);
    }

    /** Reads what will be asked for first, so that nobody waits for it later. What is wrong is said then. */
    public void prepare() {
        if (likely != null) {
            try {
                likely.table();
            } catch (RefusedException saidLater) {
                return;
            }
        }
    }

    /** The reading to begin with; empty if the person has to choose. */
    public Optional<TableReading> evident() {
        return Optional.ofNullable(likely);
    }
}
