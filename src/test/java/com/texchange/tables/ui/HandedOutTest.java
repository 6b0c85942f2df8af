package com.texchange.tables.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.tables.TableDownload;
import com.texchange.tables.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandedOutTest {

    private final ByteArrayOutputStream browser = new ByteArrayOutputStream();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicInteger whole = new AtomicInteger();

    private void download(TableFormat format, Runnable meanwhile) throws IOException {
        TableDownload.write(format, Locale.ENGLISH, table -> {
            table.row("heading");
            for (int i = 0; i < 20_000; i++) {
                table.row("row " + i);
            }
            meanwhile.run();
            assertThat(whole).as("the database is still being read").hasValue(0);
        }, () -> { }, new HandedOut(browser, goesOn::get, whole::incrementAndGet));
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsWholeOnceItsFirstByteGoesOut(TableFormat format) throws IOException {
        download(format, () -> { });
        assertThat(browser.size()).isGreaterThan(20_000);
        assertThat(whole).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoseRoleIsTakenAwayMeanwhileGetsNothingOfIt(TableFormat format) {
        assertThatThrownBy(() -> download(format, () -> goesOn.set(false))).isInstanceOf(HandedOut.SessionOverException.class);
        assertThat(browser.size()).isZero();
        assertThat(whole).hasValue(0);
    }
}
