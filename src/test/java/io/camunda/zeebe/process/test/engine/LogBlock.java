package io.camunda.zeebe.process.test.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
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

    /**
     * Where a whole block begins behind damage; empty if there is none. Looks at every byte, because what is damaged may
     * be the length that would lead to the next block. Positions grow, which tells most bytes from a block without a
     * look at its checksum.
     *
     * @param after lowest position in the last block before the damage
     */
    static OptionalLong findAfter(FileChannel file, long damage, long after) throws IOException {
        for (var offset = damage + 1; offset + HEADER <= file.size(); offset++) {
            var header = fully(file, offset, HEADER);
            var length = header.getInt();
            var lowest = header.getLong(CHECKED_FROM);
            if (length > 0 && length <= file.size() - offset - HEADER && lowest > after
                    && lowest - after <= file.size() && read(file, offset).isPresent()) {
                return OptionalLong.of(offset);
            }
        }
        return OptionalLong.empty();
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
