package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever lies about where the application is, or who asks, is not believed. */
@IntegrationTest
class ForgedHeadersIT {

    private static final String EVIL = "evil.example";
    private static final int PATIENCE_MILLIS = 20_000;
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks", "/login", "/no-such-page", "/styles.css", "/error", "/actuator/health"})
    void noAnswerNamesTheHostThatTheRequestNames(String address) {
        for (String headers : new String[] {"Host: " + EVIL, "Host: localhost\r\nX-Forwarded-Host: " + EVIL + "\r\nX-Forwarded-Proto: https",
            "Host: localhost\r\nForwarded: host=" + EVIL + ";proto=https", "Host: localhost\r\nX-Original-URL: http://" + EVIL + "/"}) {
            assertThat(answer("GET", address, headers)).as(headers).startsWith("HTTP/1.1").doesNotContain(EVIL)
                    .doesNotContain("Strict-Transport-Security");
        }
    }

    @Test
    void noFolderIsListedAndNoRequestIsSentBack() {
        for (String folder : new String[] {"/styles/", "/scripts/", "/libraries/", "/META-INF/", "/WEB-INF/"}) {
            assertThat(answer("GET", folder, "Host: localhost")).as(folder).doesNotContainIgnoringCase("directory listing")
                    .doesNotContain("echarts-6.1.0", "tx-chart.js");
        }
        assertThat(answer("TRACE", "/login", "Host: localhost\r\nX-Secret: whatever")).startsWith("HTTP/1.1 4").doesNotContain("whatever");
    }

    private String answer(String method, String address, String headers) {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(PATIENCE_MILLIS);
            line.getOutputStream().write((method + " " + address + " HTTP/1.1\r\n" + headers + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
