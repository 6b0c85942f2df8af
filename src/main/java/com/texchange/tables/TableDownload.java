package com.texchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tables for download. They are put into a file first: how slowly somebody downloads must not keep the database waiting. */
public final class TableDownload {

    private TableDownload() {
    }

    /** Takes the rows of a table, as {@link TableWriter} does. */
    public interface Rows {

        void row(@Nullable Object... cells);
    }

    /**
     * @param table gives the rows, the heading first
     * @param whole done when the file has all of them, before anything is handed out
     * @throws IOException if the file cannot be written or handed out
     */
    public static void write(TableFormat format, Locale reader, Consumer<Rows> table, Runnable whole, OutputStream out) throws IOException {
        Path file = Files.createTempFile("table", "." + format.ending());
        try {
            try (TableWriter writer = format.open(Files.newOutputStream(file), reader)) {
                table.accept(cells -> put(writer, cells));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            whole.run();
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }

    private static void put(TableWriter writer, @Nullable Object... cells) {
        try {
            writer.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
