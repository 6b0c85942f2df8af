package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A block of the log as the file has it: length, checksum of all that follows it, lowest position, payload.
 *
 * @param lowest position of the first record in it
 */
record LogBlock(long lowest, byte[] payload) {

    static final int HEADER = Integer.BYTES + Integer.BYTES + Long.BYTES;
    private static final int CHECKED_FROM = Integer.BYTES + Integer.BYTES;

    ByteBuffer bytes() {
        var bytes = ByteBuffer.allocate(HEADER + payload.length);
        bytes.putInt(payload.length).putInt(0).putLong(lowest).put(payload);
        return bytes.putInt(Integer.BYTES, checksum(bytes.array())).flip();
    }

    /** The block at an offset; empty if it is not whole. */
    static Optional<LogBlock> read(FileChannel file, long offset) throws IOException {
        if (offset + HEADER > file.size()) {
            return Optional.empty();
        }
        var length = fully(file, offset, Integer.BYTES).getInt();
        if (length < 0 || offset + HEADER + length > file.size()) {
            return Optional.empty();
        }
        var bytes = fully(file, offset, HEADER + length);
        if (bytes.getInt(Integer.BYTES) != checksum(bytes.array())) {
            return Optional.empty();
        }
        var payload = new byte[length];
        bytes.get(HEADER, payload);
        return Optional.of(new LogBlock(bytes.getLong(CHECKED_FROM), payload));
    }

    /** Where the block after a damaged one would begin, if the damaged one's length is right. */
    static long endOfDamaged(FileChannel file, long offset) throws IOException {
        if (offset + HEADER > file.size()) {
            return file.size();
        }
        return offset + HEADER + Math.max(0, fully(file, offset, Integer.BYTES).getInt());
    }

    static ByteBuffer fully(FileChannel file, long offset, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("The file ends at " + (offset + bytes.position()));
            }
        }
        return bytes.flip();
    }

    private static int checksum(byte[] block) {
        var checksum = new CRC32C();
        checksum.update(block, CHECKED_FROM, block.length - CHECKED_FROM);
        return (int) checksum.getValue();
    }
}
