package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * The engine's folder: its log, a snapshot, and the state that it works on. That one is derived from the others: it starts as
 * the snapshot has it and goes when the engine stops. One that a kill has left is as far as the log.
 */
final class EngineFolder implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;

    private EngineFolder(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Opens the given folder, or a temporary one for {@code null}. */
    static EngineFolder open(Path wanted) {
        try {
            var folder = wanted == null
                    ? new EngineFolder(Files.createTempDirectory("local-camunda"), true)
                    : new EngineFolder(Files.createDirectories(wanted), false);
            delete(folder.unfinished());
            folder.snapshots().tidy();
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the engine's data folder", failure);
        }
    }

    /** Forgets the log too. */
    void empty() {
        try {
            delete(state());
            snapshots().empty();
            for (var file : FileLogStorage.files(log())) {
                delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot empty the engine's data folder", failure);
        }
    }

    Path state() {
        return folder.resolve("state");
    }

    private Path unfinished() {
        return folder.resolve("state.new");
    }

    /** Whether a kill has left it. */
    boolean hasState() {
        return Files.exists(state());
    }

    /** The latest snapshot, or null if there is none. */
    Path snapshot() {
        try {
            return snapshots().latest().orElse(null);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot look for the engine's snapshot", failure);
        }
    }

    Path log() {
        return folder.resolve("log");
    }

    SnapshotFolders snapshots() {
        return new SnapshotFolders(folder);
    }

    /**
     * Lays the state as the latest snapshot has it, as a whole or not at all; what is in its files is never changed, so one file
     * serves both.
     */
    void restore() {
        try {
            delete(state());
            var snapshot = snapshot();
            if (snapshot != null) {
                copy(EngineSnapshots.state(snapshot), Files.createDirectory(unfinished()));
                Files.move(unfinished(), state(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot lay out the engine's state", failure);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(file.getFileName());
                if (file.toString().endsWith(".sst")) {
                    link(file, copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (UnsupportedOperationException | FileSystemException notHere) {
            Files.copy(file, copy);
        }
    }

    boolean isTemporary() {
        return temporary;
    }

    @Override
    public void close() throws IOException {
        delete(temporary ? folder : state());
    }

    static void delete(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
