package com.texchange.tables;

import com.texchange.common.RefusedException;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
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

    private static final char BYTE_ORDER_MARK = '\uFEFF';
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
    static TableFile open(TableBytes file, TableLimits limits) throws IOException {
        Charset utf16 = utf16(file);
        if (utf16 != null && TextScan.strictly(file, utf16) != null) {
            return TableFile.text(() -> unicode(file, utf16), limits);
        }
        TextScan utf8 = TextScan.strictly(file, StandardCharsets.UTF_8);
        if (utf8 == null) {
            utf8 = damagedUtf8(file);
        }
        return utf8 == null ? ofOneByte(file, limits)
                : TableFile.text(() -> unicode(file, StandardCharsets.UTF_8), limits);
    }

    private static TableFile ofOneByte(TableBytes file, TableLimits limits) {
        List<Decoded> decoded = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            TextScan text = TextScan.strictly(file, encoding.charset());
            if (text != null) {
                decoded.add(new Decoded(encoding, text, ReadableWords.likelihood(text.beginning())));
            }
        }
        if (decoded.isEmpty()) {
            throw new RefusedException("tables.binary");
        }
        decoded.sort(Comparator.comparingDouble(Decoded::likelihood).reversed());
        List<TableReading> readings = decoded.stream().map(best -> best.reading(file, limits)).toList();
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
                || first.text().fingerprint() == second.text().fingerprint();
    }

    private record Decoded(Encoding encoding, TextScan text, double likelihood) {

        TableReading reading(TableBytes file, TableLimits limits) {
            DelimitedText.Source source = () -> TextScan.reader(file, encoding.charset(), CodingErrorAction.REPORT);
            return new TableReading(encoding.title(), ReadableWords.sample(text.beginning()), false,
                    () -> Table.read(new DelimitedText(source), limits));
        }
    }

    /** Null if it cannot be UTF-16. */
    private static @Nullable Charset utf16(TableBytes whole) throws IOException {
        byte[] file = whole.first(SAMPLE);
        if (file.length < 2 || whole.size() % 2 != 0) {
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
        int pairs = file.length / 2;
        int zeros = 0;
        int cyrillic = 0;
        for (int pair = 0; pair < pairs; pair++) {
            byte high = file[2 * pair + first];
            zeros += high == 0 ? 1 : 0;
            cyrillic += high == 4 ? 1 : 0;
        }
        return zeros > 0 && zeros + cyrillic >= pairs * MOST;
    }

    /** Null if too many characters are damaged. */
    private static @Nullable TextScan damagedUtf8(TableBytes file) {
        TextScan text = TextScan.leniently(file, StandardCharsets.UTF_8);
        return text == null || text.damaged() > text.beyondAscii() * FEW ? null : text;
    }

    /** Without the mark that it may begin with. */
    private static Reader unicode(TableBytes file, Charset charset) throws IOException {
        PushbackReader text = new PushbackReader(TextScan.reader(file, charset, CodingErrorAction.REPLACE));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}
