package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The engine's folder. Its state part is derived from the log, so it starts empty and goes when the engine stops. */
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
            delete(folder.state());
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the engine's data folder", failure);
        }
    }

    /** Forgets the log too. */
    void empty() {
        try {
            delete(state());
            delete(log());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot empty the engine's data folder", failure);
        }
    }

    Path state() {
        return folder.resolve("state");
    }

    Path log() {
        return folder.resolve("log");
    }

    boolean isTemporary() {
        return temporary;
    }

    @Override
    public void close() throws IOException {
        delete(temporary ? folder : state());
    }

    private static void delete(Path root) throws IOException {
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
