package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.PeopleWithPasswords;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What no page sends is answered, changes nothing, and leaves one line in the log. */
@IntegrationTest
@Isolated
class PageRequestsIT extends PeopleWithPasswords {

    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final int MOST_LENGTH = 400;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    static Stream<String> requests() {
        return Stream.of("{", "[]", "null", "5", "\"x\"", "}{", "\u0000", "<html>", "[".repeat(5_000), "{\"rpc\":" + "[".repeat(5_000),
                "{}", "{\"csrfToken\":\"KEY\"}", "{\"csrfToken\":5,\"rpc\":[]}", "{\"csrfToken\":\"other\",\"rpc\":[]}", "{\"csrfToken\":null}",
                calls("5"), calls("{}"), calls("[1]"), calls("[null]"), calls("[[]]"), calls("[{}]"), calls("[{\"type\":5}]"),
                calls("[{\"type\":\"nonsense\\nERROR forged line\\u2028another\"}]"), calls("[{\"type\":\"%s\"}]".formatted("x".repeat(10_000))),
                calls("[{\"type\":\"event\"}]"), calls("[{\"type\":\"event\",\"node\":99999,\"event\":\"click\"}]"),
                calls("[{\"type\":\"event\",\"node\":\"one\",\"event\":\"click\"}]"), calls("[{\"type\":\"event\",\"node\":1,\"event\":7,\"data\":[]}]"),
                calls("[{\"type\":\"mSync\"}]"), calls("[{\"type\":\"mSync\",\"node\":1,\"feature\":999,\"property\":\"x\",\"value\":1}]"),
                calls("[{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"innerHTML\",\"value\":\"<b>\"}]"),
                calls("[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"close\",\"templateEventMethodArgs\":[]}]"),
                calls("[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"connectClient\",\"templateEventMethodArgs\":[{}]}]"),
                calls("[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"x\\r\\n2026-11-30T18:00:00.000Z ERROR a line of one's own\","
                        + "\"templateEventMethodArgs\":[]}]"),
                calls("[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"%s\",\"templateEventMethodArgs\":[]}]"
                        .formatted("x".repeat(30_000))),
                calls("[{\"type\":\"attachExistingElementById\",\"node\":1,\"attachReqId\":1,\"attachAssignedId\":1,\"attachId\":\"%s\"}]".formatted("x".repeat(10_000))),
                calls("[{\"type\":\"channel\",\"node\":1,\"channel\":1,\"args\":[\"%s\"]}]".formatted("x".repeat(10_000))),
                calls("[{\"type\":\"channel\",\"node\":1,\"channel\":1,\"args\":[]}]"), calls("[{\"type\":\"attachExistingElement\",\"node\":1}]"),
                calls("[{\"type\":\"navigation\",\"location\":5}]"),
                "{\"csrfToken\":\"KEY\",\"rpc\":[],\"syncId\":\"x\",\"clientId\":1e999}", "{\"csrfToken\":\"KEY\",\"rpc\":[],\"syncId\":0,\"clientId\":77}");
    }

    private static String calls(String calls) {
        return "{\"csrfToken\":\"KEY\",\"rpc\":" + calls + ",\"syncId\":0,\"clientId\":0}";
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatNoPageSendsLeavesOneLine(String request) throws Exception {
        String page = openPage();
        log.list.clear();

        HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/?v-r=uidl&v-uiId=" + found(PAGE, page)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(request.replace("KEY", found(KEY, page)))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Exception", "com.vaadin", "com.texchange");
        assertThat(log.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN)).toList()).hasSizeLessThan(2)
                .allSatisfy(line -> {
                    assertThat(line.getThrowableProxy()).as(line.getFormattedMessage()).isNull();
                    assertThat(line.getFormattedMessage()).doesNotContain("\n", "\u2028").hasSizeLessThan(MOST_LENGTH);
                });
    }

    /** Without a session, with a stranger's and with a person's. */
    @ParameterizedTest
    @ValueSource(strings = {"/login?v-r=unknown", "/?v-r=unknown", "/register?v-r=", "/login?v%2Dr=UIDL", "/login?v-r=i18n", "/login?v-r=webcomponent-resync"})
    void whatNoPageAsksIsRefused(String address) throws Exception {
        isRefused(address);
        openPage();
        isRefused(address);
        signIn();
        isRefused(address);
        openPage();
        isRefused(address);
    }

    @Test
    void soIsWhatNeedsASessionWithoutOne() throws Exception {
        isRefused("/login?v-r=oldbrowser");
    }

    /** Whoever follows such a link has open pages, on which something may be typed. */
    @ParameterizedTest
    @ValueSource(strings = {"/?closeApplication", "/profile?closeApplication=x", "/?restartApplication", "/login?close%41pplication=",
        "/?v-r=heartbeat&v-uiId=0&closeApplication"})
    void anAddressThatEndsPagesIsRefusedAndTheyGoOn(String address) throws Exception {
        signIn();
        String page = send(HttpRequest.newBuilder(address("/?v-r=init&location=profile&query=")).header("Accept", "text/html")).body();

        isRefused(address);

        assertThat(send(HttpRequest.newBuilder(address("/?v-r=uidl&v-uiId=" + found(PAGE, page)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(calls("[]").replace("KEY", found(KEY, page))))).body())
                .contains("syncId").doesNotContain("sessionExpired");
    }

    private void isRefused(String address) throws Exception {
        log.list.clear();
        for (String accepted : new String[] {"*/*", "text/html"}) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(address(address)).header("Accept", accepted));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isNotEmpty().doesNotContain("Exception", "com.vaadin", "com.texchange");
        }
        assertThat(log.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private String openPage() throws Exception {
        return send(HttpRequest.newBuilder(address("/?v-r=init&location=login&query=")).header("Accept", "text/html")).body();
    }

    private void signIn() throws Exception {
        Actor person = withPassword(people.supplier());
        assertThat(send(HttpRequest.newBuilder(address("/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + URLEncoder.encode(person.email().value(), StandardCharsets.UTF_8)
                        + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))).headers().firstValue("Location").orElse("")).endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9", "bytes=99999999999999999999-", "bytes=-99999999999999999999", "bytes=0-1,9999999999999999999-5", "bytes=MANY", "x"})
    void aFileIsGivenWholeWhateverPartIsAskedFor(String range) throws Exception {
        HttpRequest.Builder file = HttpRequest.newBuilder(address("/icons/t-exchange.svg"));
        String whole = send(file).body();

        HttpResponse<String> answer = send(file.header("Range", range.replace("MANY", "0-,".repeat(900))).header("If-Range", "x"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
        assertThat(log.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
    }

    /** Whoever writes it: what comes from elsewhere may stand in a message of any library. */
    @Test
    void aMessageOfSeveralLinesLooksLikeOne() {
        PatternLayoutEncoder console = (PatternLayoutEncoder) ((ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE")).getEncoder();
        LoggingEvent event = new LoggingEvent("any", root, Level.WARN, "one\r\n2026-11-30T18:00:00.000Z ERROR another\u2028third" + "x".repeat(10_000), null, null);

        String line = console.getLayout().doLayout(event);

        assertThat(line).contains("one\r\n    | 2026-11-30", "another\u2028    | third").hasSizeLessThan(4_500);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
