package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the log. What is in it is never changed, only added to; a log that is cut loses whole files. */
final class LogSegment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogSegment.class);

    /** Hears of each block in its order. */
    @FunctionalInterface
    interface BlockVisitor {
        void block(long lowest, long offset, int length);
    }

    private final Path path;
    private final FileChannel file;
    private long end;

    private LogSegment(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static LogSegment open(Path path) throws IOException {
        return new LogSegment(path, FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Reads what there is.
     *
     * @param isLast only there can a killed process have left half a block, which is cut off
     * @throws IllegalStateException if it is damaged in another way
     */
    void recover(boolean isLast, BlockVisitor visitor) throws IOException {
        var size = file.size();
        var last = 0L;
        while (end < size) {
            var found = LogBlock.read(file, end);
            if (found.isEmpty()) {
                if (!isLast || LogBlock.findAfter(file, end, last).isPresent()) {
                    throw new IllegalStateException(
                            "The engine's log %s is damaged at byte %d, with more after it".formatted(path, end));
                }
                LOG.warn("The last {} bytes of {} are damaged and cut off", size - end, path);
                file.truncate(end);
                return;
            }
            var block = found.get();
            last = block.lowest();
            visitor.block(last, end + LogBlock.HEADER, block.payload().length);
            end += LogBlock.HEADER + block.payload().length;
        }
    }

    /** @return where its payload begins */
    long append(LogBlock block) throws IOException {
        var bytes = block.bytes();
        var offset = end;
        while (bytes.hasRemaining()) {
            offset += file.write(bytes, offset);
        }
        end = offset;
        return end - block.payload().length;
    }

    ByteBuffer read(long offset, int length) throws IOException {
        return LogBlock.fully(file, offset, length);
    }

    long size() {
        return end;
    }

    void force() throws IOException {
        file.force(false);
    }

    void delete() throws IOException {
        file.close();
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
