package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of a file. UTF-8 and UTF-16 prove themselves; the encodings of one byte for a character do not, so it is seen
 * which of them makes words of it.
 */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REPLACEMENT = "\uFFFD";
    /** Enough to tell UTF-16 without a mark by. */
    private static final int SAMPLE = 4_000;
    /** Share of characters from Latin or Cyrillic in what is taken for UTF-16. */
    private static final double MOST = 0.9;
    /** Share of a text's characters outside of ASCII that may be damaged in what is still taken for UTF-8. */
    private static final double FEW = 0.1;

    /** Of a text that is read rightly: nearly all are words, and most of their letters frequent ones. */
    private static final double LIKELY = 0.4;
    private static final double FAR = 0.7;

    private TextFile() {
    }

    /** @throws RefusedException if it is no text */
    static TableFile open(byte[] file) {
        Charset utf16 = utf16(file);
        String text = utf16 == null ? null : strictly(utf16, file);
        if (text == null) {
            text = strictly(StandardCharsets.UTF_8, file);
        }
        if (text == null) {
            text = damagedUtf8(file);
        }
        return text == null ? ofOneByte(file) : TableFile.text(withoutMark(text));
    }

    private static TableFile ofOneByte(byte[] file) {
        List<Decoded> decoded = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            String text = strictly(encoding.charset(), file);
            if (text != null) {
                decoded.add(new Decoded(encoding, text, ReadableWords.likelihood(text)));
            }
        }
        if (decoded.isEmpty()) {
            throw new RefusedException("tables.binary");
        }
        decoded.sort(Comparator.comparingDouble(Decoded::likelihood).reversed());
        List<TableReading> readings = decoded.stream().map(Decoded::reading).toList();
        return new TableFile(TableFile.Kind.ENCODINGS, readings, isEvident(decoded) ? readings.getFirst() : null);
    }

    /** The best one makes words of most, and no other comes near; or both say the same. */
    private static boolean isEvident(List<Decoded> best) {
        if (best.size() == 1) {
            return true;
        }
        Decoded first = best.getFirst();
        Decoded second = best.get(1);
        return first.likelihood() >= LIKELY && second.likelihood() <= FAR * first.likelihood()
                || first.text().equals(second.text());
    }

    private record Decoded(Encoding encoding, String text, double likelihood) {

        TableReading reading() {
            return new TableReading(encoding.title(), ReadableWords.sample(text), false, () -> DelimitedText.read(text));
        }
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

    private static @Nullable String strictly(Charset charset, byte[] file) {
        try {
            return textOrNull(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** With a mark in the place of each character that was lost; null if too many are. */
    private static @Nullable String damagedUtf8(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(REPLACEMENT).decode(ByteBuffer.wrap(file)).toString();
            long damaged = text.chars().filter(c -> c == REPLACEMENT.charAt(0)).count();
            long beyondAscii = text.chars().filter(c -> c > '\u007F').count();
            return damaged > beyondAscii * FEW ? null : textOrNull(text);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Null if there are characters that no text has. */
    private static @Nullable String textOrNull(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n\f\u000B\u0085".indexOf(c) < 0) ? null : text;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
