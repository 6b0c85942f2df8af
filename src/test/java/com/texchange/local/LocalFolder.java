package com.texchange.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Where the local servers keep their data: PostgreSQL's, the letters and the engine's log beside each other. */
final class LocalFolder implements AutoCloseable {

    private static final String POSTGRES = "postgres";
    private static final String MAIL = "mail";
    private static final String ENGINE = "engine";
    private final Path path;
    private final boolean temporary;

    private LocalFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** @param wanted null for a temporary one, which is removed on close */
    static LocalFolder open(@Nullable Path wanted) {
        try {
            return wanted == null ? new LocalFolder(Files.createTempDirectory("t-exchange"), true)
                    : new LocalFolder(Files.createDirectories(wanted), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes what earlier runs have left in a folder.
     *
     * @throws IllegalArgumentException if there is something else in it; then nothing is removed
     */
    static void reset(Path wanted) {
        if (Files.notExists(wanted)) {
            return;
        }
        LocalFolder folder = new LocalFolder(wanted, false);
        folder.refuseForeign();
        OrphanedPostgres.stop(folder.postgres());
        folder.delete();
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
        if (temporary) {
            delete();
        }
    }

    private void refuseForeign() {
        try (Stream<Path> content = Files.list(path)) {
            content.filter(file -> !List.of(POSTGRES, MAIL, ENGINE).contains(file.getFileName().toString())).findAny()
                    .ifPresent(foreign -> {
                        throw new IllegalArgumentException(
                                "%s is not the quick start's: remove it, or name another folder".formatted(foreign));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
