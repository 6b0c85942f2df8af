package io.camunda.zeebe.process.test.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps the log in memory. Unlike the storage that comes with the engine, it may be read while it is written to, which
 * happens all the time once several threads follow the log.
 */
final class HeapLogStorage implements LogStorage {

    private final ConcurrentSkipListMap<Long, DirectBuffer> blocks = new ConcurrentSkipListMap<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void append(long lowest, long highest, BufferWriter block, AppendListener appended) {
        var copy = new UnsafeBuffer(new byte[block.getLength()]);
        block.write(copy, 0);
        blocks.put(lowest, copy);
        appended.onWrite(lowest, highest);
        appended.onCommit(lowest, highest);
        listeners.forEach(CommitListener::onCommit);
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
            return block.getValue();
        }

        @Override
        public void close() {
            // Holds nothing but its place in the log.
        }
    }
}
