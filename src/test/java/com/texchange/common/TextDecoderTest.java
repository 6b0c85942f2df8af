package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String RUSSIAN = "Название;Почта\r\nООО «Ромашка» №1;a@example.com\r\n";
    private static final String ENGLISH = "Name,E-mail\r\nDaisy Ltd,a@example.com\r\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, false", "UTF-16LE, true", "UTF-16BE, false",
        "UTF-16BE, true", "windows-1251, false"})
    void everyEncodingOfSpreadsheetProgramsIsRead(String encoding, boolean marked) {
        for (String text : new String[] {RUSSIAN, ENGLISH, ""}) {
            byte[] file = ((marked ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding));

            assertThat(TextDecoder.decode(file)).isEqualTo(text);
        }
    }

    @Test
    void aWorkbookIsToldFromOtherFilesThatAreNoText() {
        assertThatThrownBy(() -> TextDecoder.decode(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .isInstanceOf(RefusedException.class).hasMessage("common.table.workbook");
        assertThatThrownBy(() -> TextDecoder.decode(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isInstanceOf(RefusedException.class).hasMessage("common.table.workbook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\u0000\u0001\u0002", "name;\u0000mail", "\u0001"})
    void whatIsNoTextIsRefused(String content) {
        byte[] file = content.getBytes(Charset.forName("ISO-8859-1"));

        assertThatThrownBy(() -> TextDecoder.decode(file))
                .isInstanceOf(RefusedException.class).hasMessage("common.table.binary");
    }
}
