package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps the log in files; memory holds only where each block begins. Files that a snapshot has made needless are removed
 * ({@link #cut}).
 *
 * <p>A block is written before the engine hears that it is committed, so what this process has told anyone outlives the
 * process, {@code kill -9} included. It is left to the operating system when the file reaches the disk: a power cut may
 * cost the last seconds, which is right for trying things out and no more.
 *
 * <p>A process that dies while it writes leaves half a block at the end. Nobody has heard of that one, so it is cut off.
 * Damage with whole blocks after it is another matter: to go on would lose what was confirmed, so opening fails.
 */
final class FileLogStorage implements LogStorage, AutoCloseable {

    private record Place(LogSegment segment, long offset, int length) {}

    private final Path first;
    private final FileChannel lock;
    private final ConcurrentSkipListMap<Long, Place> blocks = new ConcurrentSkipListMap<>();
    private final List<LogSegment> segments = new CopyOnWriteArrayList<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private volatile long highest;
    private long written;
    private boolean rolling;

    private FileLogStorage(Path first, FileChannel lock) {
        this.first = first;
        this.lock = lock;
    }

    /**
     * Opens the log, or begins one.
     *
     * @param path of its first file, the only one before it is cut; the others stand beside it
     * @throws IllegalStateException if another engine uses it or it is damaged before its end
     */
    static FileLogStorage open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var file = FileChannel.open(
                    path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var log = new FileLogStorage(path, file);
            try {
                lock(file, path);
                log.recover();
                return log;
            } catch (IOException | RuntimeException failure) {
                log.close();
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

    /** All files of a log, in their order: names end with the lowest position of their first block. */
    static List<Path> files(Path first) throws IOException {
        var name = first.getFileName().toString();
        if (Files.notExists(first.toAbsolutePath().getParent())) {
            return List.of();
        }
        try (var beside = Files.list(first.toAbsolutePath().getParent())) {
            var further = beside.filter(file -> file.getFileName().toString().matches(name + "-\\d{19}")).sorted().toList();
            return Stream.concat(Stream.of(first).filter(Files::exists), further.stream()).toList();
        }
    }

    private void recover() throws IOException {
        var files = files(first);
        for (var path : files) {
            var segment = LogSegment.open(path);
            segments.add(segment);
            segment.recover(path.equals(files.getLast()), (lowest, offset, length) -> {
                blocks.put(lowest, new Place(segment, offset, length));
                highest = lowest;
            });
        }
        if (segments.isEmpty()) {
            segments.add(LogSegment.open(first));
        }
    }

    @Override
    public void append(long lowest, long highest, BufferWriter writer, AppendListener appended) {
        var payload = new byte[writer.getLength()];
        writer.write(new UnsafeBuffer(payload), 0);
        try {
            write(new LogBlock(lowest, payload), highest);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the engine's log", failure);
        }
        appended.onWrite(lowest, highest);
        appended.onCommit(lowest, highest);
        listeners.forEach(CommitListener::onCommit);
    }

    private synchronized void write(LogBlock block, long last) throws IOException {
        if (rolling && segments.getLast().size() > 0) {
            segments.add(LogSegment.open(first.resolveSibling("%s-%019d".formatted(first.getFileName(), block.lowest()))));
        }
        rolling = false;
        var segment = segments.getLast();
        var offset = segment.append(block);
        blocks.put(block.lowest(), new Place(segment, offset, block.payload().length));
        written += block.payload().length;
        highest = last;
    }

    /** The position of the first record that is there; 0 if there is none. */
    long lowest() {
        return blocks.isEmpty() ? 0 : blocks.firstKey();
    }

    /** That of the last one. Right after the opening, only that of its block. */
    long highest() {
        return highest;
    }

    /** Bytes since the opening. */
    synchronized long written() {
        return written;
    }

    /** What comes from now on goes to another file. */
    synchronized void roll() {
        rolling = true;
    }

    /** Waits till all of it has reached the disk. */
    void force() throws IOException {
        for (var segment : segments) {
            segment.force();
        }
    }

    /** Removes the files, the oldest first, that hold only what is before a position. */
    synchronized void cut(long position) throws IOException {
        while (segments.size() > 1) {
            var next = blocks.entrySet().stream().filter(block -> block.getValue().segment() == segments.get(1)).findFirst();
            if (next.isEmpty() || next.get().getKey() > position) {
                return;
            }
            blocks.headMap(next.get().getKey()).clear();
            segments.removeFirst().delete();
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
        for (var segment : segments) {
            segment.close();
        }
        lock.close();
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
            var place = block.getValue();
            try {
                return new UnsafeBuffer(place.segment().read(place.offset(), place.length()).array());
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
