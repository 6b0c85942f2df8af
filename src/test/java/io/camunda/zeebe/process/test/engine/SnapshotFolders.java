package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots in the engine's folder. One is written beside the last, brought to the disk as a whole, and only then gets its
 * name, in one step; whatever moment a process is killed at, there is a whole one or none.
 */
final class SnapshotFolders {

    private static final String UNFINISHED = "snapshot.new";
    private static final String NAME = "snapshot-%019d";

    private final Path folder;

    SnapshotFolders(Path folder) {
        this.folder = folder;
    }

    /** The last that was finished. */
    Optional<Path> latest() throws IOException {
        return finished().reversed().stream().findFirst();
    }

    private List<Path> finished() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("snapshot-\\d{19}")).sorted().toList();
        }
    }

    /** An empty folder to write one to. */
    Path begin() throws IOException {
        EngineFolder.delete(folder.resolve(UNFINISHED));
        return Files.createDirectory(folder.resolve(UNFINISHED));
    }

    /** The one that was begun is whole: it takes the place of those before. */
    void finish() throws IOException {
        var unfinished = folder.resolve(UNFINISHED);
        try (var files = Files.walk(unfinished)) {
            for (var file : files.toList()) {
                force(file);
            }
        }
        var before = finished();
        var number = before.isEmpty()
                ? 1
                : 1 + Long.parseLong(before.getLast().getFileName().toString().substring("snapshot-".length()));
        Files.move(unfinished, folder.resolve(NAME.formatted(number)), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        for (var old : before) {
            EngineFolder.delete(old);
        }
    }

    private static void force(Path path) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.force(true);
        }
    }

    /** Removes what a killed process has begun or not removed. */
    void tidy() throws IOException {
        EngineFolder.delete(folder.resolve(UNFINISHED));
        var finished = finished();
        for (var old : finished.subList(0, Math.max(0, finished.size() - 1))) {
            EngineFolder.delete(old);
        }
    }

    void empty() throws IOException {
        EngineFolder.delete(folder.resolve(UNFINISHED));
        for (var one : finished()) {
            EngineFolder.delete(one);
        }
    }
}
