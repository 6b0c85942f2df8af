package com.texchange.tables;

import com.texchange.common.AccountId;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** What an uploaded file holds, to be read as often as needed: in memory if it is small, else in a file that goes with it. */
abstract class TableBytes {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int BUFFER = 64 * 1024;

    static TableBytes of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** With the room that there is on the disk. */
    static TableBytes take(InputStream in, TableLimits limits, AccountId person) throws IOException {
        return take(in, limits, person, LongTables.IN_TEMPORARY_FOLDER);
    }

    /**
     * Takes all that comes. What is too much for memory goes into a file, which is deleted when nobody can read it any more.
     *
     * @param limits of this file: as much room as it may come to is kept for it
     * @throws com.texchange.common.RefusedException if it is more than the limit, or there is no room for it
     */
    static TableBytes take(InputStream in, TableLimits limits, AccountId person, LongTables room) throws IOException {
        byte[] beginning = in.readNBytes((int) TableLimits.USUAL.bytes() + 1);
        limits.requireSize(beginning.length);
        if (beginning.length <= TableLimits.USUAL.bytes()) {
            return of(beginning);
        }
        InFile file = InFile.begin(room.take(person, limits.bytes()));
        try {
            file.write(beginning, in, limits);
        } catch (IOException | RuntimeException e) {
            file.letGo();
            throw e;
        }
        return file;
    }

    abstract InputStream open() throws IOException;

    abstract long size();

    abstract ZipFile zip() throws IOException;

    abstract ReadableWorkbook workbook(ReadingOptions options) throws IOException;

    /** It is not read again. */
    abstract void letGo();

    /** The first bytes, fewer if there are not so many. */
    byte[] first(int count) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(count);
        }
    }

    private static final class InMemory extends TableBytes {

        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        long size() {
            return bytes.length;
        }

        @Override
        ZipFile zip() throws IOException {
            return ZipFile.builder().setByteArray(bytes).get();
        }

        @Override
        ReadableWorkbook workbook(ReadingOptions options) throws IOException {
            return new ReadableWorkbook(open(), options);
        }

        @Override
        void letGo() {
            // Memory goes by itself.
        }
    }

    private static final class InFile extends TableBytes {

        private final Path path;
        private final LongTables.Place place;
        private final Cleaner.Cleanable deletion;

        private InFile(Path path, LongTables.Place place) {
            this.path = path;
            this.place = place;
            path.toFile().deleteOnExit();
            deletion = CLEANER.register(this, new Deletion(path, place));
        }

        static InFile begin(LongTables.Place place) throws IOException {
            try {
                return new InFile(Files.createTempFile("table", null), place);
            } catch (IOException e) {
                place.leave();
                throw e;
            }
        }

        void write(byte[] beginning, InputStream rest, TableLimits limits) throws IOException {
            Files.write(path, beginning);
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
                long size = beginning.length;
                byte[] buffer = new byte[BUFFER];
                for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
                    size += read;
                    limits.requireSize(size);
                    out.write(buffer, 0, read);
                }
            }
            place.written();
        }

        @Override
        InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(path), BUFFER);
        }

        @Override
        long size() {
            return path.toFile().length();
        }

        @Override
        ZipFile zip() throws IOException {
            return ZipFile.builder().setPath(path).get();
        }

        @Override
        ReadableWorkbook workbook(ReadingOptions options) throws IOException {
            return new ReadableWorkbook(path.toFile(), options);
        }

        @Override
        void letGo() {
            deletion.clean();
        }
    }

    /** Knows the file's name and place only: what it cleans up after must not be reachable from it. */
    private record Deletion(Path path, LongTables.Place place) implements Runnable {

        @Override
        public void run() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                place.leave();
            }
        }
    }
}
