package com.texchange.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * What a file is as a text in one encoding, found out without keeping it.
 *
 * @param beginning   enough of it to see whether it makes words
 * @param damaged     characters that were lost
 * @param beyondAscii other characters than those of English
 * @param fingerprint the same for two encodings that make the same text of it
 */
record TextScan(String beginning, long damaged, long beyondAscii, long fingerprint) {

    static final char REPLACEMENT = '\uFFFD';
    /** Characters; the whole of what is not very long. */
    private static final int BEGINNING = 4_000_000;
    private static final int PORTION = 32 * 1024;

    /** Null if there are bytes that mean nothing in the encoding, or characters that no text has. */
    static @Nullable TextScan strictly(TableBytes file, Charset charset) {
        return scan(file, charset, CodingErrorAction.REPORT);
    }

    /** With a mark in the place of each character that was lost. */
    static @Nullable TextScan leniently(TableBytes file, Charset charset) {
        return scan(file, charset, CodingErrorAction.REPLACE);
    }

    static Reader reader(TableBytes file, Charset charset, CodingErrorAction onMalformed) throws IOException {
        return new InputStreamReader(file.open(), charset.newDecoder().onMalformedInput(onMalformed)
                .onUnmappableCharacter(onMalformed).replaceWith(String.valueOf(REPLACEMENT)));
    }

    private static @Nullable TextScan scan(TableBytes file, Charset charset, CodingErrorAction onMalformed) {
        StringBuilder beginning = new StringBuilder();
        long damaged = 0;
        long beyondAscii = 0;
        long fingerprint = 0;
        char[] portion = new char[PORTION];
        try (Reader text = reader(file, charset, onMalformed)) {
            for (int read = text.read(portion); read >= 0; read = text.read(portion)) {
                for (int i = 0; i < read; i++) {
                    char c = portion[i];
                    if (isNoText(c)) {
                        return null;
                    }
                    damaged += c == REPLACEMENT ? 1 : 0;
                    beyondAscii += c > '\u007F' ? 1 : 0;
                    fingerprint = 31 * fingerprint + c;
                }
                beginning.append(portion, 0, Math.min(read, BEGINNING - beginning.length()));
            }
        } catch (CharacterCodingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TextScan(beginning.toString(), damaged, beyondAscii, fingerprint);
    }

    private static boolean isNoText(char c) {
        return Character.isISOControl(c) && "\t\r\n\f\u000B\u0085".indexOf(c) < 0;
    }
}
