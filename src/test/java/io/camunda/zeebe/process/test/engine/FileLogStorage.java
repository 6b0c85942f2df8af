package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log in one file; memory holds only where each block begins.
 *
 * <p>A block is written before the engine hears that it is committed, so what this process has told anyone outlives the
 * process, {@code kill -9} included. It is left to the operating system when the file reaches the disk: a power cut may
 * cost the last seconds, which is right for trying things out and no more.
 *
 * <p>A process that dies while it writes leaves half a block at the end. Nobody has heard of that one, so it is cut off.
 * Damage with whole blocks after it is another matter: to go on would lose what was confirmed, so opening fails.
 */
final class FileLogStorage implements LogStorage, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileLogStorage.class);

    private record Place(long offset, int length) {}

    private final FileChannel file;
    private final ConcurrentSkipListMap<Long, Place> blocks = new ConcurrentSkipListMap<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private long end;

    private FileLogStorage(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens the log, or begins one.
     *
     * @throws IllegalStateException if another engine uses it or it is damaged before its end
     */
    static FileLogStorage open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(file, path);
                var log = new FileLogStorage(file);
                log.recover(path);
                return log;
            } catch (IOException | RuntimeException failure) {
                file.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the engine's log " + path, failure);
        }
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ownProcess) {
            // Told below, like another process.
        }
        throw new IllegalStateException("Another engine uses the log " + path);
    }

    private void recover(Path path) throws IOException {
        var size = file.size();
        while (end < size) {
            var block = LogBlock.read(file, end);
            if (block.isEmpty()) {
                refuseDamageInside(path);
                LOG.warn("The last {} bytes of {} are damaged and cut off", size - end, path);
                file.truncate(end);
                return;
            }
            place(block.get());
        }
    }

    private void refuseDamageInside(Path path) throws IOException {
        var last = blocks.isEmpty() ? 0 : blocks.lastKey();
        if (LogBlock.findAfter(file, end, last).isPresent()) {
            throw new IllegalStateException(
                    "The engine's log %s is damaged at byte %d, with more after it".formatted(path, end));
        }
    }

    private void place(LogBlock block) {
        blocks.put(block.lowest(), new Place(end + LogBlock.HEADER, block.payload().length));
        end += LogBlock.HEADER + block.payload().length;
    }

    @Override
    public void append(long lowest, long highest, BufferWriter writer, AppendListener appended) {
        var payload = new byte[writer.getLength()];
        writer.write(new UnsafeBuffer(payload), 0);
        var block = new LogBlock(lowest, payload);
        try {
            write(block.bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the engine's log", failure);
        }
        place(block);
        appended.onWrite(lowest, highest);
        appended.onCommit(lowest, highest);
        listeners.forEach(CommitListener::onCommit);
    }

    private void write(ByteBuffer bytes) throws IOException {
        for (var offset = end; bytes.hasRemaining(); ) {
            offset += file.write(bytes, offset);
        }
    }

    @Override
    public LogStorageReader newReader() {
        return new Reader();
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    /** Also gives the lock back. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Reader implements LogStorageReader {

        private long next = Long.MIN_VALUE;

        @Override
        public void seek(long position) {
            var block = blocks.floorKey(position);
            next = block == null ? Long.MIN_VALUE : block;
        }

        @Override
        public boolean hasNext() {
            return blocks.ceilingKey(next) != null;
        }

        @Override
        public DirectBuffer next() {
            var block = blocks.ceilingEntry(next);
            if (block == null) {
                throw new NoSuchElementException();
            }
            next = block.getKey() + 1;
            try {
                return new UnsafeBuffer(LogBlock.fully(
                                file, block.getValue().offset(), block.getValue().length())
                        .array());
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot read the engine's log", failure);
            }
        }

        @Override
        public void close() {
            // Holds nothing but its place in the log.
        }
    }
}
