package com.texchange.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that a killed quick start left behind: it goes on by itself, on the folder and the port that the next one
 * wants. Its {@code postmaster.pid} names it.
 */
final class OrphanedPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final String PID_FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final long PATIENCE_SECONDS = 30;

    private OrphanedPostgres() {
    }

    /** Which port it holds, if there is one. */
    static Optional<Integer> port(Path data) {
        return process(data).map(process -> Integer.parseInt(pidFile(data).get(PORT_LINE).strip()));
    }

    /** Ends it as a clean stop would, and waits until it is gone; what it has committed stays. */
    static void stop(Path data) {
        process(data).ifPresent(process -> {
            LOG.info("Stopping PostgreSQL {}, which an earlier run has left in {}", process.pid(), data);
            process.destroy();
            try {
                process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                throw new IllegalStateException("PostgreSQL %d in %s does not stop".formatted(process.pid(), data), e);
            }
        });
    }

    /** The number in a file that was left behind may be another program's by now. */
    private static Optional<ProcessHandle> process(Path data) {
        List<String> lines = pidFile(data);
        return lines.size() <= PORT_LINE ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info().command().filter(command -> command.endsWith("/postgres"))
                                .isPresent());
    }

    private static List<String> pidFile(Path data) {
        Path file = data.resolve(PID_FILE);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
