package com.texchange.tables;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways in which a file can be read: as one of its sheets, or in one of the encodings that its bytes may be in.
 */
public final class TableReading {

    private final String name;
    private final String sample;
    private final boolean hidden;
    private final Supplier<Table> reader;
    private @Nullable Table table;

    /**
     * @param name   of the sheet or encoding
     * @param sample of an encoding, what the file says in it; of a sheet, how many rows have any text
     * @param hidden whether the sheet is hidden in its workbook
     */
    TableReading(String name, String sample, boolean hidden, Supplier<Table> reader) {
        this.name = name;
        this.sample = sample;
        this.hidden = hidden;
        this.reader = reader;
    }

    public String name() {
        return name;
    }

    public String sample() {
        return sample;
    }

    public boolean hidden() {
        return hidden;
    }

    /**
     * Reads it, the first time that it is asked.
     *
     * @throws com.texchange.common.RefusedException if there is no table
     */
    public synchronized Table table() {
        Table read = table;
        if (read == null) {
            read = reader.get();
            table = read;
        }
        return read;
    }
}
