package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.RefusedException;
import com.texchange.testing.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no tables, whatever they are called, and such as never end. */
class HostileUploadsTest {

    private static final int LEAD = 20;
    private static final long UNKNOWN = -1;

    static Stream<byte[]> noTables() {
        return Stream.of(new byte[0], new byte[] {0}, new byte[1000], bytes("%PDF-1.7\n%\u00e2\u00e3\n\0\u0001"), bytes("\u0089PNG\r\n\u001a\n\0\0"),
                bytes("MZ\u0090\0\u0003\0"), bytes("\u007fELF\u0002\u0001"), bytes("GIF89a\0\0"), bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"),
                bytes("Rar!\u001a\u0007\0"), bytes("\u001f\u008b\u0008\0\0"), bytes("PK\u0003\u0004"), bytes("PK\u0003\u0004 no archive at all"),
                bytes("PK\u0005\u0006" + "\0".repeat(18)), bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"), bytes("\uFEFF"), bytes("\r\n\r\n \t\n"));
    }

    @ParameterizedTest
    @MethodSource("noTables")
    void whatIsNoTableIsRefusedInWords(byte[] file) {
        assertThatThrownBy(() -> Tables.only(Tables.file(file))).as(Arrays.toString(Arrays.copyOf(file, Math.min(file.length, LEAD))))
                .isInstanceOf(RefusedException.class).message().startsWith("tables.");
    }

    @Test
    void whatDoesNotSayHowLongItIsIsReadToItsLimitAndNoFurther() {
        AtomicLong read = new AtomicLong();
        assertThatThrownBy(() -> TableFile.take(endless(read), UNKNOWN, TableLimits.USUAL, AccountId.random())).isInstanceOf(RefusedException.class)
                .hasMessage("tables.tooLarge");

        assertThat(read.get()).isLessThan(TableLimits.USUAL.bytes() * 2);
    }

    /** Nobody waits for the garbage collector: whoever sends such again and again would fill the disk meanwhile. */
    @Test
    void whatIsNotTakenLeavesNothingOnTheDisk() {
        TableLimits limits = new TableLimits(10_000, 9_000_000, 64_000_000);
        byte[] oldOffice = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 8_500_000);
        AccountId person = AccountId.random();

        for (int i = 0; i <= LongTables.OF_ONE; i++) {
            assertThatThrownBy(() -> TableFile.take(endless(new AtomicLong()), UNKNOWN, limits, person)).hasMessage("tables.tooLarge");
            assertThatThrownBy(() -> TableFile.take(new ByteArrayInputStream(oldOffice), oldOffice.length, limits, person))
                    .hasMessage("tables.workbook");
            assertThatThrownBy(() -> TableFile.take(new SequenceInputStream(new ByteArrayInputStream(oldOffice), broken()), UNKNOWN, limits, person))
                    .hasMessage("broken off");
        }
    }

    /** A small disk takes what there is room for, but nothing that only says so. */
    @Test
    void asMuchRoomIsKeptAsTheFileMayComeTo() throws IOException {
        LongTables room = new LongTables(() -> 150_000_000, () -> { }, Duration.ZERO);
        byte[] file = new byte[8_500_000];
        AccountId person = AccountId.random();

        assertThatThrownBy(() -> TableBytes.take(new ByteArrayInputStream(file), TableLimits.LARGE.ofFile(UNKNOWN), person, room))
                .hasMessage("tables.noRoom");
        assertThatThrownBy(() -> TableBytes.take(endless(new AtomicLong()), TableLimits.LARGE.ofFile(file.length), person, room))
                .hasMessage("tables.tooLarge");
        assertThatThrownBy(() -> TableBytes.take(new ByteArrayInputStream(file), TableLimits.LARGE.ofFile(100), person, room))
                .hasMessage("tables.tooLarge");

        TableBytes taken = TableBytes.take(new ByteArrayInputStream(file), TableLimits.LARGE.ofFile(file.length), person, room);
        assertThat(taken.size()).isEqualTo(file.length);
        taken.letGo();
    }

    private static InputStream broken() {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
    }

    private static InputStream endless(AtomicLong read) {
        return new InputStream() {

            @Override
            public int read() {
                read.incrementAndGet();
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'a');
                read.addAndGet(length);
                return length;
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(text.chars().allMatch(c -> c <= 0xFF) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
