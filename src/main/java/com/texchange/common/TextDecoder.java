package com.texchange.common;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of a file that a spreadsheet program has written: UTF-8, UTF-16 or, from Russian ones, Windows-1251. Each
 * decoder is strict, so that a wrong guess is noticed instead of shown as garbage.
 */
public final class TextDecoder {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Enough to tell UTF-16 without a mark by. */
    private static final int SAMPLE = 4_000;
    /** Share of characters from Latin or Cyrillic in what is taken for UTF-16. */
    private static final double MOST = 0.9;

    private TextDecoder() {
    }

    /** @throws RefusedException if it is a workbook, or no text at all */
    public static String decode(byte[] file) {
        if (beginsWith(file, ZIP) || beginsWith(file, OLD_OFFICE)) {
            throw new RefusedException("common.table.workbook");
        }
        String text = strictly(utf16(file), file)
                .or(() -> strictly(StandardCharsets.UTF_8, file))
                .or(() -> strictly(WINDOWS_1251, file))
                .orElseThrow(() -> new RefusedException("common.table.binary"));
        return withoutMark(text);
    }

    private static boolean beginsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Null if it cannot be UTF-16. */
    private static @Nullable Charset utf16(byte[] file) {
        if (file.length < 2 || file.length % 2 != 0) {
            return null;
        }
        if (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (looksLikeHighBytes(file, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return looksLikeHighBytes(file, 0) ? StandardCharsets.UTF_16BE : null;
    }

    /** Of Latin letters, digits and separators the high byte is 0, of Cyrillic letters 4. One of the first must be there. */
    private static boolean looksLikeHighBytes(byte[] file, int first) {
        int pairs = Math.min(file.length, SAMPLE) / 2;
        int zeros = 0;
        int cyrillic = 0;
        for (int pair = 0; pair < pairs; pair++) {
            byte high = file[2 * pair + first];
            zeros += high == 0 ? 1 : 0;
            cyrillic += high == 4 ? 1 : 0;
        }
        return zeros > 0 && zeros + cyrillic >= pairs * MOST;
    }

    private static Optional<String> strictly(@Nullable Charset charset, byte[] file) {
        if (charset == null) {
            return Optional.empty();
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.chars().anyMatch(TextDecoder::isNoText) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && "\t\r\n\f\u0085".indexOf(character) < 0;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
