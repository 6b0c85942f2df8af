package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no browser sends, and what a mistyped address makes one send, is answered like everything else. */
@IntegrationTest
class UnreadableRequestsIT {

    private static final int SECONDS = 20_000;
    @LocalServerPort
    int port;

    static Stream<String> requests() {
        return Stream.of(get("/%"), get("/%zz"), get("/?a=["), get("/<b>"), get("/\\"), get("/login?continue=\"x\""), get("/%00"), get("/a;b"),
                get("/../.."), get("/%2e%2e/"), "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void itIsToldInWordsAndWithoutTheServersOwn(String request) throws IOException {
        String answer = answerTo(request);

        assertThat(answer).startsWith("HTTP/1.1 4").contains("Content-Security-Policy: default-src 'self'", "X-Frame-Options: DENY",
                        "X-Content-Type-Options: nosniff", "The request was not carried out")
                .doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "org.apache", "Server:");
    }

    private static String get(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
    }

    private String answerTo(String request) throws IOException {
        try (Socket line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(SECONDS);
            line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
