package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the log. What is in it is never changed, only added to; a log that is cut loses whole files. It is not read and written
 * by its channel, which is closed for all when one thread that uses it is interrupted, as a request is when its server stops.
 */
final class LogSegment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogSegment.class);

    /** Hears of each block in its order. */
    @FunctionalInterface
    interface BlockVisitor {
        void block(long lowest, long offset, int length);
    }

    private final Path path;
    private final RandomAccessFile file;
    private long end;

    private LogSegment(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    static LogSegment open(Path path) throws IOException {
        return new LogSegment(path, new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * Reads what there is.
     *
     * @param isLast only there can a killed process have left half a block, which is cut off
     * @throws IllegalStateException if it is damaged in another way
     */
    void recover(boolean isLast, BlockVisitor visitor) throws IOException {
        var channel = file.getChannel();
        var size = channel.size();
        var last = 0L;
        while (end < size) {
            var found = LogBlock.read(channel, end);
            if (found.isEmpty()) {
                if (!isLast || LogBlock.findAfter(channel, end, last).isPresent()) {
                    throw new IllegalStateException(
                            "The engine's log %s is damaged at byte %d, with more after it".formatted(path, end));
                }
                LOG.warn("The last {} bytes of {} are damaged and cut off", size - end, path);
                channel.truncate(end);
                return;
            }
            var block = found.get();
            last = block.lowest();
            visitor.block(last, end + LogBlock.HEADER, block.payload().length);
            end += LogBlock.HEADER + block.payload().length;
        }
    }

    /** @return where its payload begins */
    synchronized long append(LogBlock block) throws IOException {
        var bytes = block.bytes();
        var length = bytes.remaining();
        file.seek(end);
        file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
        end += length;
        return end - block.payload().length;
    }

    synchronized ByteBuffer read(long offset, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    long size() {
        return end;
    }

    void force() throws IOException {
        file.getFD().sync();
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
