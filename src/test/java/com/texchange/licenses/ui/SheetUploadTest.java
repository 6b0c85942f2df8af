package com.texchange.licenses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SheetUploadTest {

    @Test
    void filesOfRussianSpreadsheetProgramsAreRead() {
        assertThat(SheetUpload.decode("1;Иванов".getBytes(Charset.forName("windows-1251")))).isEqualTo("1;Иванов");
        assertThat(SheetUpload.decode("1;Иванов".getBytes(StandardCharsets.UTF_8))).isEqualTo("1;Иванов");
        assertThat(SheetUpload.decode("\uFEFF1;Иванов".getBytes(StandardCharsets.UTF_8))).isEqualTo("1;Иванов");
    }
}
