package com.texchange.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Where the local servers keep their data: PostgreSQL's, the letters and the engine's log beside each other. It is locked
 * while it is open, so that what is found in it is not another run's that goes on.
 */
final class LocalFolder implements AutoCloseable {

    private static final String POSTGRES = "postgres";
    private static final String MAIL = "mail";
    private static final String ENGINE = "engine";
    private static final String LOCK = "lock";
    private static final List<String> PARTS = List.of(POSTGRES, MAIL, ENGINE);
    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private LocalFolder(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock(path);
    }

    /**
     * @param wanted null for a temporary one, which is removed on close
     * @throws IllegalStateException if another run uses it
     */
    static LocalFolder open(@Nullable Path wanted) {
        try {
            return wanted == null ? new LocalFolder(Files.createTempDirectory("t-exchange"), true)
                    : new LocalFolder(Files.createDirectories(wanted), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException ownProcess) {
            // Told below, like another process.
        }
        file.close();
        throw new IllegalStateException("Another quick start uses the folder " + folder);
    }

    /** Ends the PostgreSQL that a killed run may have left behind. */
    LocalFolder stopOrphan() {
        OrphanedPostgres.stop(postgres());
        return this;
    }

    /** Removes what earlier runs have left, and nothing else that may be there. */
    LocalFolder reset() {
        try {
            for (String part : PARTS) {
                FileSystemUtils.deleteRecursively(path.resolve(part));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return path.resolve(POSTGRES);
    }

    Path mail() {
        return path.resolve(MAIL);
    }

    Path engine() {
        return path.resolve(ENGINE);
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                FileSystemUtils.deleteRecursively(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
