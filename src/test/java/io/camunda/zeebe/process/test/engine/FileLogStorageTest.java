package io.camunda.zeebe.process.test.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FileLogStorageTest {

    private Path path;

    @BeforeEach
    void name(@TempDir Path folder) {
        path = folder.resolve("engine").resolve("log");
    }

    @Test
    void isReadFromAnyPositionAlsoAfterItsNextOpening() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 3, "one to three");
            append(log, 4, 4, "four");
            assertThat(from(log, 1)).containsExactly("one to three", "four");
        }
        try (var log = FileLogStorage.open(path)) {
            append(log, 5, 9, "five to nine");
            assertThat(from(log, 1)).containsExactly("one to three", "four", "five to nine");
            assertThat(from(log, 2)).containsExactly("one to three", "four", "five to nine");
            assertThat(from(log, 4)).containsExactly("four", "five to nine");
            assertThat(from(log, 70)).containsExactly("five to nine");
        }
    }

    @Test
    void aReaderSeesWhatIsAppendedAfterIt() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            var reader = log.newReader();
            assertThat(reader.hasNext()).isFalse();
            append(log, 1, 1, "one");
            assertThat(reader.hasNext()).isTrue();
            assertThat(text(reader.next())).isEqualTo("one");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    /** As requests are when their server stops: what they do to the log must not take it from everybody else. */
    @Test
    void whoIsInterruptedLeavesItOpenForOthers() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            Thread.currentThread().interrupt();
            append(log, 1, 1, "one");
            assertThat(from(log, 1)).containsExactly("one");
            log.force();
            assertThat(Thread.interrupted()).isTrue();

            append(log, 2, 2, "two");
            assertThat(from(log, 1)).containsExactly("one", "two");
        }
    }

    @Test
    void tellsWhoWaitsThatABlockIsCommitted() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            var heard = new ArrayList<String>();
            LogStorage.CommitListener listener = () -> heard.add("listener");
            log.addCommitListener(listener);
            log.append(1, 2, writer("x"), new LogStorage.AppendListener() {
                @Override
                public void onCommit(long lowest, long highest) {
                    heard.add(lowest + "-" + highest);
                }
            });
            log.removeCommitListener(listener);
            append(log, 3, 3, "y");

            assertThat(heard).containsExactly("1-2", "listener");
        }
    }

    @Test
    void aHalfWrittenLastBlockIsCutOffWithAWarning(CapturedOutput output) throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "whole");
            append(log, 2, 2, "half written");
        }
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 5);
        }
        try (var log = FileLogStorage.open(path)) {
            assertThat(from(log, 1)).containsExactly("whole");
            append(log, 2, 2, "again");
        }
        try (var log = FileLogStorage.open(path)) {
            assertThat(from(log, 1)).containsExactly("whole", "again");
        }
        assertThat(output).containsOnlyOnce("damaged and cut off").contains(path.toString());
    }

    @Test
    void aLastBlockWithOtherBytesThanWrittenIsCutOff() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "whole");
            append(log, 2, 2, "garbled");
        }
        overwrite(Files.size(path) - 2);
        try (var log = FileLogStorage.open(path)) {
            assertThat(from(log, 1)).containsExactly("whole");
        }
    }

    @Test
    void damageBeforeWholeBlocksIsNotPassedOver() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "garbled");
            append(log, 2, 2, "whole");
        }
        overwrite(LogBlock.HEADER + 2);

        assertThatIllegalStateException().isThrownBy(() -> FileLogStorage.open(path))
                .withMessageContaining(path.toString()).withMessageContaining("damaged at byte 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aDamagedLengthBeforeWholeBlocksIsNotPassedOver(int byteOfLength) throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "whole");
            append(log, 2, 2, "of another length");
            append(log, 3, 3, "whole again");
        }
        overwrite(LogBlock.HEADER + "whole".length() + byteOfLength, 0x55);

        assertThatIllegalStateException().isThrownBy(() -> FileLogStorage.open(path))
                .withMessageContaining("damaged at byte " + (LogBlock.HEADER + "whole".length()));
    }

    @Test
    void twoDamagedBlocksBeforeAWholeOneAreNotPassedOver() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "garbled");
            append(log, 2, 2, "garbled");
            append(log, 3, 3, "whole");
        }
        overwrite(LogBlock.HEADER + 2);
        overwrite(2 * LogBlock.HEADER + "garbled".length() + 2);

        assertThatIllegalStateException().isThrownBy(() -> FileLogStorage.open(path))
                .withMessageContaining("damaged at byte 0");
    }

    @Test
    void aCutLogHasWhatAPositionNeedsAndKeepsItsOrder() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 3, "one to three");
            log.roll();
            append(log, 4, 6, "four to six");
            log.roll();
            log.roll();
            append(log, 7, 7, "seven");
            log.cut(3);
            assertThat(log.lowest()).isEqualTo(1);
            log.cut(5);
            assertThat(log.lowest()).isEqualTo(4);
            assertThat(from(log, 1)).containsExactly("four to six", "seven");
        }
        try (var log = FileLogStorage.open(path)) {
            assertThat(from(log, 1)).containsExactly("four to six", "seven");
            assertThat(from(log, 6)).containsExactly("four to six", "seven");
            append(log, 8, 9, "eight");
            log.cut(8);
            assertThat(from(log, 1)).as("of one file nothing is cut").containsExactly("seven", "eight");
        }
        assertThat(FileLogStorage.files(path)).hasSize(1);
    }

    @Test
    void ofSeveralFilesOnlyTheLastMayBeHalfWritten() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            append(log, 1, 1, "one");
            log.roll();
            append(log, 2, 2, "two");
        }
        var files = FileLogStorage.files(path);
        truncate(files.getLast());
        FileLogStorage.open(path).close();
        truncate(files.getFirst());

        assertThatIllegalStateException().isThrownBy(() -> FileLogStorage.open(path)).withMessageContaining("damaged at byte 0");
    }

    private static void truncate(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
    }

    @Test
    void belongsToOneEngineAtATime() throws IOException {
        try (var log = FileLogStorage.open(path)) {
            assertThat(log.newReader()).isExhausted();
            assertThatIllegalStateException().isThrownBy(() -> FileLogStorage.open(path))
                    .withMessageContaining("Another engine");
        }
        FileLogStorage.open(path).close();
    }

    private void overwrite(long offset) throws IOException {
        overwrite(offset, 0);
    }

    private void overwrite(long offset, int value) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {(byte) value}), offset);
        }
    }

    private static void append(LogStorage log, long lowest, long highest, String text) {
        log.append(lowest, highest, writer(text), new LogStorage.AppendListener() {});
    }

    private static DirectBufferWriter writer(String text) {
        return new DirectBufferWriter().wrap(new UnsafeBuffer(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> from(LogStorage log, long position) {
        var texts = new ArrayList<String>();
        var reader = log.newReader();
        reader.seek(position);
        reader.forEachRemaining(block -> texts.add(text(block)));
        return texts;
    }

    private static String text(DirectBuffer block) {
        return block.getStringWithoutLengthUtf8(0, block.capacity());
    }
}
